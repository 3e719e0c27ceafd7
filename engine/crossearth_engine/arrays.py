"""The array that most functions take and give."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
