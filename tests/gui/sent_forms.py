"""The forms of a month, written and sent to every unit."""

from shuangda_desktop.services.rounds import sending


def sent_forms(store, period, now, folder):
    """The path of each unit's form."""
    mailing = sending.gather_mailing(store, period, now.date())
    written = sending.write_mailing(mailing, folder)
    sending.note_sent(store, mailing, written, "", now)
    return {one.unit: one.path for one in written if one.unit}
