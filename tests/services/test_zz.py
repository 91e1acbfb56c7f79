from tests.services.test_every_script import *
from collections import Counter
def test_all(case):
    c=Counter(); bad=[]; t=0
    import time
    b=time.time()
    ls=list(letters()); print(len(ls))
    for one in [*TROUBLE,*ls[::6]]:
        try: c[drawn(case,f"Said {one} twice.")]+=1
        except BaseException as e: bad.append((hex(ord(one)),type(e).__name__,str(e)[:100]))
    print(c,bad[:20],len(bad),time.time()-b)
