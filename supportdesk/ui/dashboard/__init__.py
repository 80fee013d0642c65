"""The dashboard: figures, charts and tables that each open the list behind them; counting is the services' matter."""
