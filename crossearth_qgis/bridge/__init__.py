"""The engine's process as QGIS sees it: started, spoken to, stopped; nothing of a job's content."""
