"""Policy files: what one says, and everything that is wrong with one."""
