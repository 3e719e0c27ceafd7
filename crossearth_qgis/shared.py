"""The engine's folder ``shared`` as a package of ours: ``from .shared import bands``.

Nothing of the engine is on the sys.path of QGIS; these files need the standard library alone, and
get a name below the plugin's, so that QGIS forgets them with the plugin when it reloads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import paths

if TYPE_CHECKING:
    from crossearth_engine.shared import addresses as addresses
    from crossearth_engine.shared import bands as bands
    from crossearth_engine.shared import catalog_file as catalog_file
    from crossearth_engine.shared import dates as dates
    from crossearth_engine.shared import device_list as device_list
    from crossearth_engine.shared import diagnostics as diagnostics
    from crossearth_engine.shared import findings as findings
    from crossearth_engine.shared import leftovers as leftovers
    from crossearth_engine.shared import library_trials as library_trials
    from crossearth_engine.shared import mlm_item as mlm_item
    from crossearth_engine.shared import model_item as model_item
    from crossearth_engine.shared import model_places as model_places
    from crossearth_engine.shared import model_rounds as model_rounds
    from crossearth_engine.shared import model_values as model_values
    from crossearth_engine.shared import moves as moves
    from crossearth_engine.shared import options as options
    from crossearth_engine.shared import palette as palette
    from crossearth_engine.shared import pip_settings as pip_settings
    from crossearth_engine.shared import products as products
    from crossearth_engine.shared import proposals as proposals
    from crossearth_engine.shared import protocol as protocol
    from crossearth_engine.shared import quantity as quantity
    from crossearth_engine.shared import redaction as redaction
    from crossearth_engine.shared import wording as wording

__path__ = [str(paths.SHARED_FOLDER)]
