"""A small file of the public safetensors library, as base64, for SafetensorsTests.swift.

Needs safetensors and numpy. Usage: safetensors_file.py
"""
import base64

import numpy as np
from safetensors.numpy import save

tensors = {
    "weight": np.array([[1, -2, 0.5], [3.25, 0, -1e-3]], np.float32),
    "half": np.array([1.5, -2, 2.0**-24, 65504], np.float16),
    "double": np.array([[0.1], [-1e30]], np.float64),
    "scalar": np.array(7, np.float32),
    "empty": np.zeros((0, 4), np.float32),
}
print(base64.b64encode(save(tensors, metadata={"made": "by hand", "名": "值"})).decode())
