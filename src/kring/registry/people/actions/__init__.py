from kring.registry.people.actions.channels import add_channel, correct_channel, end_channel
from kring.registry.people.actions.families import (
    add_member,
    close_family,
    end_membership,
    end_relation,
    register_family,
    relate,
    rename_family,
)
from kring.registry.people.actions.persons import (
    correct_person,
    forget_national_number,
    protect_address,
    record_birth,
    register_person,
    set_national_number,
    unprotect_address,
)

__all__ = [
    "add_channel",
    "add_member",
    "close_family",
    "correct_channel",
    "correct_person",
    "end_channel",
    "end_membership",
    "end_relation",
    "forget_national_number",
    "protect_address",
    "record_birth",
    "register_family",
    "register_person",
    "relate",
    "rename_family",
    "set_national_number",
    "unprotect_address",
]
