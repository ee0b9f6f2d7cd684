"""The food planner: what a day holds, what is held to be enough, and a few foods that fit the person.

>>> request = read_request({"history": {"age": 70}, "intake": ["banana"]}, library, foods)
>>> review = review_food(request, library, foods)
"""

from charley.advice.food.names import find_food, nearest_foods
from charley.advice.food.request import FoodRequest, load_foods, read_request
from charley.advice.food.review import review_food
from charley.advice.food.values import FoodReview

__all__ = [
    "FoodRequest",
    "FoodReview",
    "find_food",
    "load_foods",
    "nearest_foods",
    "read_request",
    "review_food",
]
