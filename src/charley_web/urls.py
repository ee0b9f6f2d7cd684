"""Addresses. None holds anything of a person: what is told travels in the body of a POST only."""

from __future__ import annotations

from django.conf.urls.i18n import urlpatterns as language_patterns
from django.urls import include, path

from charley_web.api import api
from charley_web.views import (
    answer,
    claims,
    cramp,
    food,
    home,
    interview,
    knowledge,
    labs,
    lists,
    moves,
    plan,
    story,
    told,
    yours,
)  # fmt: skip
from charley_web.views.api_docs import api_docs

urlpatterns = [
    path("", home.home, name="home"),
    path("about/", home.about, name="about"),
    path("country/", home.country, name="country"),
    path("language/", include(language_patterns)),
    path("healthz", home.health, name="health"),
    path("robots.txt", home.robots, name="robots"),
    path("cramp/", cramp.cramp, name="cramp"),
    path("sw.js", cramp.service_worker, name="service_worker"),
    path("manifest.webmanifest", cramp.manifest, name="manifest"),
    path("why/", interview.start, name="start"),
    path("why/words/", story.words, name="words"),
    path("why/words/understood/", story.understood, name="understood"),
    path("why/words/correct/", story.correct, name="correct"),
    path("why/question/", interview.question, name="question"),
    path("why/names/", lists.names, name="names"),
    path("why/back/", interview.back, name="back"),
    path("why/told/", told.told, name="told"),
    path("why/change/<str:finding>/", interview.change, name="change"),
    path("why/labs/", labs.labs, name="labs"),
    path("why/labs/remove/", labs.remove_lab, name="remove_lab"),
    path("emergency/", answer.emergency, name="emergency"),
    path("answer/", answer.answer, name="answer"),
    path("answer/next/", answer.replies, name="replies"),
    path("plan/", plan.plan, name="plan"),
    path("plan/plan.pdf", plan.plan_pdf, name="plan_pdf"),
    path("plan/whole.pdf", plan.whole_plan_pdf, name="whole_plan_pdf"),
    path("plan/calendar.ics", plan.calendar, name="calendar"),
    path("plan/medicines/", plan.medicines, name="medicines"),
    path("plan/doctor/", plan.clinician, name="clinician"),
    path("plan/doctor.pdf", plan.clinician_pdf, name="clinician_pdf"),
    path("plan/moves/", moves.moves, name="moves"),
    path("plan/moves/<str:id_>/", moves.move, name="move"),
    path("plan/food/", food.food, name="food"),
    path("does-it-work/", claims.claims, name="claims"),
    path("does-it-work/<str:id_>/", claims.claim, name="claim"),
    path("library/cause/<str:id_>/", knowledge.cause, name="cause"),
    path("library/rule/<str:id_>/", knowledge.rule, name="rule"),
    path("yours/", yours.yours, name="yours"),
    path("yours/download/", yours.download, name="download"),
    path("yours/open/", yours.open_file, name="open_file"),
    path("yours/keep/", yours.keep, name="keep"),
    path("yours/share/", yours.share, name="share"),
    path("yours/share/end/", yours.end_shares, name="end_shares"),
    path("yours/erase/", yours.erase, name="erase"),
    path("shared/<str:key>/", yours.shared, name="shared"),
    path("api/docs", api_docs, name="api_docs"),
    path("api/", api.urls),
]

handler400 = "charley_web.views.failures.bad_request"
handler403 = "charley_web.views.failures.forbidden"
handler404 = "charley_web.views.failures.not_found"
handler500 = "charley_web.views.failures.broken"
