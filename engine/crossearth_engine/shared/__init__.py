"""What plugin and engine must agree on, written once and read by both.

Standard library only, and Python 3.9: the plugin reads these files inside QGIS, under names of its
own. Among themselves they import relatively, for the same reason.
"""
