import time
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.benchmarks.test_referral import *
from welfare_app.ui.parts import Area

@pytest.mark.parametrize("name,text", [("lines","He said so and left.\n"*500_000),("words","He said so and left. "*500_000),("one","x"*10_000_000),("astral","🙂"*2_500_000), ("arabic","قال لي إنه أكثر أمانا "*250_000)], ids=lambda x:x if len(x)<9 else "")
def test_p(qtbot, case, kit, opened, name, text):
    desk=case.desk; words=desk.definitions.form(REFERRAL); asking=Asking(desk.definitions,words)
    page=QuestionPage(kit)
    pr=ReferralPagePresenter(page, case.referral,"professional-insight",words,asking,desk.referrals,desk.evidence,lambda _:None)
    page.answered.connect(pr.answered)
    pr.begin(); opened(kit,page)
    area=page.findChild(Area)
    area.selectAll()
    QApplication.clipboard().setText(text)
    t=time.perf_counter(); area.paste(); t1=time.perf_counter()-t
    painted(); t2=time.perf_counter()-t
    t=time.perf_counter(); page.report_all(); t3=time.perf_counter()-t; painted(); t4=time.perf_counter()-t
    t=time.perf_counter(); qtbot.keyClick(area, "z"); painted(); t5=time.perf_counter()-t
    kept=desk.referrals.get(case.referral).answers["professional-insight"].value
    print(f"\n{name} {len(text):,}: paste {t1:.2f} painted {t2:.2f} report {t3:.2f} painted {t4:.2f} key {t5:.2f}", len(kept), kept==text)
    print([q.words for q in page.findChildren(type(page._title)) if "of 15,000" in q.words])
