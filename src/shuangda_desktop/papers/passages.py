"""The connecting passages of a local plan, in neutral words that the clerk edits."""

from datetime import date

from shuangda_desktop.papers.model import LocalPlan
from shuangda_desktop.papers.wording import by

BASIS = "\u3014请填写上级文件名称和文号\u3015"
TARGETS = "\u3014请填写需要达到的量化指标\u3015"
NO_TASKS = "\u3014请填写重点任务\u3015"

AIMS = (
    "全面落实上级关于打击侵犯知识产权和制售假冒伪劣商品工作的部署\uff0c坚持依法治理、打建结合、"
    "统筹协作、社会共治\uff0c突出重点领域、重点市场和重点环节\uff0c强化执法协作\uff0c完善长效机制\uff0c"
    "维护权利人和消费者的合法权益\uff0c营造公平竞争的市场环境。"
)

STEPS = (
    (
        "动员部署",
        "本方案印发后\uff0c各责任单位对照任务分工细化措施\uff0c明确责任领导、责任科室和联络员\uff0c"
        "把任务落实到岗、到人。",
    ),
    (
        "组织实施",
        "各责任单位按照职责分工和完成时限推进各项任务\uff0c牵头单位做好统筹协调\uff0c"
        "责任单位、配合单位主动衔接\uff0c对工作中发现的突出问题及时研究解决。",
    ),
    (
        "总结提高",
        "各责任单位对任务完成情况进行自查\uff0c总结经验做法\uff0c分析存在的问题\uff0c提出下一步工作打算\uff0c"
        "形成书面总结报送{office}。",
    ),
)

SAFEGUARDS = (
    (
        "加强组织领导",
        "各责任单位要把打击侵权假冒工作列入重要议事日程\uff0c主要负责同志亲自过问\uff0c"
        "分管负责同志具体抓好落实。",
    ),
    (
        "压实工作责任",
        "各单位对牵头的任务统筹到底\uff0c对参与的任务主动配合\uff0c各司其职、密切协作\uff0c"
        "做到任务有人抓、进度有人管、结果有人问。",
    ),
    (
        "强化督促检查",
        "任务进展实行台账管理\uff0c定期调度通报\uff0c对临近时限的及时提醒\uff0c对逾期未完成的予以督办。",
    ),
    (
        "及时报送信息",
        "各责任单位要按要求报送工作进展、案件数据和典型案例\uff0c做到数据准确、内容真实、报送及时。",
    ),
    (
        "注重宣传引导",
        "结合重要时间节点宣传法律法规和工作成效\uff0c曝光典型案件\uff0c畅通投诉举报渠道\uff0c"
        "引导经营者守法经营、社会公众积极参与。",
    ),
)


def introduction(draft: LocalPlan, documents: str) -> str:
    """Why the plan is made, with the higher documents and their numbers."""
    return (
        f"为贯彻落实{documents or BASIS}精神\uff0c扎实做好全市{draft.year}年打击侵犯知识产权和制售"
        "假冒伪劣商品工作\uff0c结合我市实际\uff0c制定本方案。"
    )


def goal(draft: LocalPlan, usual: date | None, goals: tuple[str, ...]) -> str:
    """What is to be reached; the goals of the tasks follow as a list where there are any."""
    count = f"本方案共安排{len(draft.rows)}项任务" if draft.rows else ""
    if usual:
        count += f"\uff0c其中没有写明时间的\uff0c拟于{by(usual)}完成"
    return (f"{count}。" if count else "") + (
        f"到{draft.year}年底\uff0c各项任务按时限完成\uff0c"
        "侵权假冒行为得到有效遏制\uff0c部门协作和长效机制进一步健全"
        + ("\uff0c并达到以下目标\uff1a" if goals else f"\uff0c{TARGETS}。")
    )
