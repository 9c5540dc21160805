"""通知 that forwards the city's plan: a short notice, the plan itself, the tasks as its annex."""

from dataclasses import replace

from shuangda_desktop.papers.model import Annex, Paper, Paragraph
from shuangda_desktop.papers.parts import COMMA

KEY = "notice"
RECIPIENTS = "各县\uff08市、区\uff09人民政府\uff0c各成员单位"
OFFICE = "\u3014请填写发文机关\u3015"


def forwarding_notice(plan: Paper, approved_by: str = "") -> Paper:
    """The notice over a plan; ``approved_by`` is who agreed to it, such as 市人民政府."""
    title = f"{plan.office or OFFICE}关于印发《{plan.title}》的通知"
    agreed = f"已经{approved_by}同意{COMMA}" if approved_by else ""
    text = (
        f"《{plan.title}》{agreed}现印发给你们{COMMA}请结合实际{COMMA}认真抓好贯彻落实。"
        f"工作中遇到的重要情况和问题{COMMA}请及时报告。"
    )
    forwarded = Annex(plan.title, plan.blocks, label=False)
    dress = replace(plan.dress, recipients=plan.dress.recipients or RECIPIENTS)
    return Paper(KEY, title, plan.office, (Paragraph(text),), (forwarded, *plan.annexes), dress)
