"""What to do: relief, exercises, food, medicines, claims and the plan."""
