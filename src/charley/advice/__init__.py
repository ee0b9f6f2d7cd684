"""What a person can do: relief, exercises, food, claims, medicines, and the plan that joins them."""
