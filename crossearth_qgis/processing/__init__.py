"""The Processing provider and its algorithms: everything the plugin does, open to scripts."""
