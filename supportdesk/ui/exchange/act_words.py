"""What acts are called in words of the trade, for lists of what waits; what they do is elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def act_name(name: str) -> str:
    """An act by its operation's name, as `Reply` or `Stage changed`."""
    return _of_a_case(name) or _of_a_client(name) or _of_work(name) or _of_the_desk(name)


def field_name(field: str) -> str:
    """A field that two people can set, as a row's heading."""
    plain, _, part = field.partition(".")
    words = {
        "report.performance": QCoreApplication.translate("Acts", "System health"),
        "report.problems": QCoreApplication.translate("Acts", "Problems found"),
        "report.work_done": QCoreApplication.translate("Acts", "Work done"),
        "report.recommendations": QCoreApplication.translate("Acts", "Recommendations"),
        "report.client_suggestions": QCoreApplication.translate("Acts", "Client’s suggestions"),
        "report.spare_parts": QCoreApplication.translate("Acts", "Parts"),
        "report.acceptance": QCoreApplication.translate("Acts", "Client’s acceptance"),
        "stage": QCoreApplication.translate("Acts", "Stage"),
        "severity_verified": QCoreApplication.translate("Acts", "Severity"),
        "severity_claimed": QCoreApplication.translate("Acts", "Customer’s severity"),
        "owner": QCoreApplication.translate("Acts", "Owner"),
        "title": QCoreApplication.translate("Acts", "Title"),
        "organisation_id": QCoreApplication.translate("Acts", "Customer"),
        "contact_id": QCoreApplication.translate("Acts", "Contact"),
        "site_id": QCoreApplication.translate("Acts", "Site"),
        "branch_id": QCoreApplication.translate("Acts", "Branch"),
        "team_id": QCoreApplication.translate("Acts", "Team"),
        "product_id": QCoreApplication.translate("Acts", "Product"),
        "product_version": QCoreApplication.translate("Acts", "Version"),
        "version": QCoreApplication.translate("Acts", "Version"),
        "area": QCoreApplication.translate("Acts", "Area"),
        "reason": QCoreApplication.translate("Acts", "Reason"),
        "language": QCoreApplication.translate("Acts", "Language"),
        "template": QCoreApplication.translate("Acts", "Answers"),
        "name": QCoreApplication.translate("Acts", "Name"),
        "address": QCoreApplication.translate("Acts", "Address"),
        "phone": QCoreApplication.translate("Acts", "Phone"),
        "email": QCoreApplication.translate("Acts", "Email"),
        "body": QCoreApplication.translate("Acts", "Text"),
        "text": QCoreApplication.translate("Acts", "Text"),
        "note": QCoreApplication.translate("Acts", "Note"),
        "report": QCoreApplication.translate("Acts", "Report"),
    }
    return words.get(field) or words.get(plain, (part or plain).replace("_", " ").capitalize())


def _of_a_case(name: str) -> str:
    return {
        "case.log": QCoreApplication.translate("Acts", "New case"),
        "case.log_several": QCoreApplication.translate("Acts", "New cases"),
        "case.reply": QCoreApplication.translate("Acts", "Reply"),
        "case.note": QCoreApplication.translate("Acts", "Internal note"),
        "case.call": QCoreApplication.translate("Acts", "Phone call"),
        "case.client_entry": QCoreApplication.translate("Acts", "Customer’s message"),
        "case.request_information": QCoreApplication.translate("Acts", "Request for information"),
        "case.information_received": QCoreApplication.translate("Acts", "Information received"),
        "case.move_stage": QCoreApplication.translate("Acts", "Stage changed"),
        "case.verify_severity": QCoreApplication.translate("Acts", "Severity verified"),
        "case.claim_severity": QCoreApplication.translate("Acts", "Customer’s severity recorded"),
        "case.assign": QCoreApplication.translate("Acts", "Owner changed"),
        "case.edit": QCoreApplication.translate("Acts", "Case edited"),
        "case.agree_update": QCoreApplication.translate("Acts", "Next update agreed"),
        "case.record_agreement": QCoreApplication.translate("Acts", "Agreement recorded"),
        "case.close": QCoreApplication.translate("Acts", "Case closed"),
        "case.reactivate": QCoreApplication.translate("Acts", "Case reactivated"),
        "case.leave_closed": QCoreApplication.translate("Acts", "Case left closed"),
        "case.link": QCoreApplication.translate("Acts", "Case linked"),
        "case.unlink": QCoreApplication.translate("Acts", "Link ended"),
        "case.merge": QCoreApplication.translate("Acts", "Case merged"),
        "case.unmerge": QCoreApplication.translate("Acts", "Merge undone"),
        "case.split_aspect": QCoreApplication.translate("Acts", "Case split"),
        "case.escalate": QCoreApplication.translate("Acts", "Given to central support"),
        "case.give_back": QCoreApplication.translate("Acts", "Given back to the branch"),
        "case.attach": QCoreApplication.translate("Acts", "File attached"),
        "case.lose_file": QCoreApplication.translate("Acts", "File given up"),
        "case.use_article": QCoreApplication.translate("Acts", "Article used"),
        "case.link_tracking_note": QCoreApplication.translate("Acts", "Tracking note linked"),
        "case.start_remote_session": QCoreApplication.translate("Acts", "Remote session"),
        "case.end_remote_session": QCoreApplication.translate("Acts", "Remote session ended"),
        "case.note_session_code": QCoreApplication.translate("Acts", "Session code made"),
        "case.link_remote_reports": QCoreApplication.translate("Acts", "Connections put on their case"),
        "case.link_remote_report": QCoreApplication.translate("Acts", "Connection put on a case"),
        "case.unlink_remote_report": QCoreApplication.translate("Acts", "Connection taken off a case"),
        "case.told_of_release": QCoreApplication.translate("Acts", "Customer told of the release"),
        "case.hand_over": QCoreApplication.translate("Acts", "Handed to a manager"),
        "case.undo": QCoreApplication.translate("Acts", "Action taken back"),
    }.get(name, "")


def _of_a_client(name: str) -> str:
    return {
        "case.accept": QCoreApplication.translate("Acts", "Accepted as an incident"),
        "case.record_payment": QCoreApplication.translate("Acts", "Payment recorded"),
        "case.return_incident": QCoreApplication.translate("Acts", "Incident returned"),
        "case.settle_uncovered": QCoreApplication.translate("Acts", "Support without cover settled"),
        "organisation.add": QCoreApplication.translate("Acts", "New customer"),
        "organisation.edit": QCoreApplication.translate("Acts", "Customer edited"),
        "organisation.add_contact": QCoreApplication.translate("Acts", "New contact"),
        "organisation.edit_contact": QCoreApplication.translate("Acts", "Contact edited"),
        "organisation.name_contact": QCoreApplication.translate("Acts", "Named contact changed"),
        "organisation.request_replacement": QCoreApplication.translate("Acts", "Named contact asked for"),
        "organisation.decide_replacement": QCoreApplication.translate("Acts", "Named contact decided"),
        "organisation.set_pin": QCoreApplication.translate("Acts", "PIN changed"),
        "organisation.add_site": QCoreApplication.translate("Acts", "New site"),
        "organisation.edit_site": QCoreApplication.translate("Acts", "Site edited"),
        "organisation.add_contract": QCoreApplication.translate("Acts", "New contract"),
        "organisation.edit_contract": QCoreApplication.translate("Acts", "Contract edited"),
        "organisation.buy_season_ticket": QCoreApplication.translate("Acts", "Season ticket bought"),
        "organisation.draft_invoice": QCoreApplication.translate("Acts", "Invoice drafted"),
        "organisation.settle_invoice": QCoreApplication.translate("Acts", "Invoice settled"),
        "organisation.install": QCoreApplication.translate("Acts", "Installation recorded"),
        "organisation.note_data_file": QCoreApplication.translate("Acts", "Data file noted"),
        "organisation.copy_data_file": QCoreApplication.translate("Acts", "Copy of a data file taken"),
        "organisation.edit_data_file": QCoreApplication.translate("Acts", "Day of erasing changed"),
        "organisation.erase_data_file": QCoreApplication.translate("Acts", "Data file erased"),
    }.get(name, "")


def _of_work(name: str) -> str:
    return {
        "engagement.open": QCoreApplication.translate("Acts", "Engagement opened"),
        "engagement.take_step": QCoreApplication.translate("Acts", "Step of an engagement"),
        "engagement.record_audit": QCoreApplication.translate("Acts", "Audit recorded"),
        "visit.plan": QCoreApplication.translate("Acts", "Visit planned"),
        "visit.edit": QCoreApplication.translate("Acts", "Visit edited"),
        "visit.set_cases": QCoreApplication.translate("Acts", "Cases of a visit changed"),
        "visit.write_report": QCoreApplication.translate("Acts", "Visit report"),
        "visit.attach": QCoreApplication.translate("Acts", "File attached to a visit"),
        "visit.name_file": QCoreApplication.translate("Acts", "Caption of a photo"),
        "visit.order_files": QCoreApplication.translate("Acts", "Photos of a visit put in order"),
        "visit.remove_file": QCoreApplication.translate("Acts", "Photo or file taken out of a visit"),
        "visit.attach_report": QCoreApplication.translate("Acts", "PDF attached to a visit"),
        "visit.lose_file": QCoreApplication.translate("Acts", "File of a visit given up"),
        "visit.follow_up": QCoreApplication.translate("Acts", "Case from a recommendation"),
        "visit.sign": QCoreApplication.translate("Acts", "Visit report signed"),
        "visit.finish": QCoreApplication.translate("Acts", "Visit finished"),
        "visit.revise": QCoreApplication.translate("Acts", "Visit report opened again"),
        "article.write": QCoreApplication.translate("Acts", "New article"),
        "article.edit": QCoreApplication.translate("Acts", "Article edited"),
        "article.attach": QCoreApplication.translate("Acts", "File attached to an article"),
        "article.remove_files": QCoreApplication.translate("Acts", "File taken off an article"),
        "article.lose_file": QCoreApplication.translate("Acts", "File of an article given up"),
        "note.create": QCoreApplication.translate("Acts", "New tracking note"),
        "note.edit": QCoreApplication.translate("Acts", "Tracking note edited"),
    }.get(name, "")


def _of_the_desk(name: str) -> str:
    return {
        "attention.settle": QCoreApplication.translate("Acts", "Matter settled"),
        "attention.reopen": QCoreApplication.translate("Acts", "Matter opened again"),
        "conflict.close": QCoreApplication.translate("Acts", "Difference settled"),
        "conflict.reopen": QCoreApplication.translate("Acts", "Difference opened again"),
        "view.save": QCoreApplication.translate("Acts", "View saved"),
        "view.edit": QCoreApplication.translate("Acts", "View edited"),
        "view.move": QCoreApplication.translate("Acts", "View moved"),
        "view.drop": QCoreApplication.translate("Acts", "View removed"),
        "remote_report.note": QCoreApplication.translate("Acts", "Connection reports fetched"),
        "remote_report.set_aside": QCoreApplication.translate("Acts", "Connection marked as no case"),
        "remote_report.take_up": QCoreApplication.translate("Acts", "Connection taken up again"),
        "policy.install": QCoreApplication.translate("Acts", "Policy installed"),
    }.get(name, QCoreApplication.translate("Acts", "Records edited"))
