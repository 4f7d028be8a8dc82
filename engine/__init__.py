"""The science of Activation Lab: functions, data, training and diagnostics, without any window."""

VERSION = "0.1.0"
