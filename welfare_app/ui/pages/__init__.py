"""The screens: each draws what its presenter says and reports what was done."""
