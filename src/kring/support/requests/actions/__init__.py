from kring.support.requests.actions.answering import (
    dispute,
    family_confirms,
    give_advice,
    offer_help,
    record_support,
    service_accepts,
    service_declines,
)
from kring.support.requests.actions.asking import Question, ask, status_code_of
from kring.support.requests.actions.codes import revoke_code
from kring.support.requests.actions.describing import Known, describe
from kring.support.requests.actions.doors import Agreement, NewAsker, ask_as
from kring.support.requests.actions.ending import (
    close_as_not_possible,
    give_family,
    join,
    send_to_special_route,
    withdraw,
)
from kring.support.requests.actions.handing_over import (
    AlreadyAsked,
    accept_handover,
    ask_handover,
    ask_to_be_called,
    recall_handover,
    refuse_handover,
    remind_and_return,
)
from kring.support.requests.actions.holding import let_go, take
from kring.support.requests.actions.light import record_light_contact
from kring.support.requests.actions.link_answers import LinkIsDead, answer_by_link
from kring.support.requests.actions.meeting import (
    AlreadyDecided,
    MayNotBeDiscussed,
    close_meeting,
    decide,
    open_meeting,
)
from kring.support.requests.actions.own_question import (
    FAMILY_TEXT,
    answer_about_family,
    take_back_family,
)
from kring.support.requests.actions.staging import (
    correct_row,
    load_ready_rows,
    skip_row,
    stage_file,
)
from kring.support.requests.actions.starting import help_began
from kring.support.requests.actions.tiles import refresh_tiles
from kring.support.requests.actions.withdrawing import Withdrawn, give_answer, withdraw_sharing

__all__ = [
    "FAMILY_TEXT",
    "Agreement",
    "AlreadyAsked",
    "AlreadyDecided",
    "Known",
    "LinkIsDead",
    "MayNotBeDiscussed",
    "NewAsker",
    "Question",
    "Withdrawn",
    "accept_handover",
    "answer_about_family",
    "answer_by_link",
    "ask",
    "ask_as",
    "ask_handover",
    "ask_to_be_called",
    "close_as_not_possible",
    "close_meeting",
    "correct_row",
    "decide",
    "describe",
    "dispute",
    "family_confirms",
    "give_advice",
    "give_answer",
    "give_family",
    "help_began",
    "join",
    "let_go",
    "load_ready_rows",
    "offer_help",
    "open_meeting",
    "recall_handover",
    "record_light_contact",
    "record_support",
    "refresh_tiles",
    "refuse_handover",
    "remind_and_return",
    "revoke_code",
    "send_to_special_route",
    "service_accepts",
    "service_declines",
    "skip_row",
    "stage_file",
    "status_code_of",
    "take",
    "take_back_family",
    "withdraw",
    "withdraw_sharing",
]
