"""Run the desk's command line as `python -m supportdesk`; the commands themselves live in `app`."""

import sys

from supportdesk.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
