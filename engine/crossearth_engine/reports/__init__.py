"""What people read of a result: pages of HTML with figures and pictures."""
