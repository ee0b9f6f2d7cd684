"""What may be kept, and only when the person asks: a record of an answer, and a share of it."""

from __future__ import annotations

from django.db import models


class Record(models.Model):
    """One kept answer: what was told, and the assessment as it was, with its library's version.

    `owner` is a random word in the visitor's session; nothing says who the person is.
    """

    owner = models.CharField(max_length=64, db_index=True)
    made = models.DateTimeField(auto_now_add=True)
    told = models.JSONField()
    answer = models.JSONField()

    class Meta:
        ordering = ("-made", "-pk")


class Share(models.Model):
    """Leave to read one record, for a few days, for somebody who has the link and the code."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="shares")
    key = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=200)
    ends = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
