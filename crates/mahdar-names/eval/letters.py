"""Gains of signs: what stands for what in spellings of one name, estimated from the pairs that are the same person.

A pair hidden Markov model trained by its best path: signs are laid side by side with the gains of the round before,
counted, and the counts smoothed with what each sign may sound like (the tables below). Used by fit.py.
"""
import json,sys,csv,collections,math,random,os
ROOT=os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)),'..','..','..'))
NAMES=os.path.join(ROOT,'..','shared','names')
PAIRS=os.environ.get('PAIRS',os.path.join(NAMES,'dev-pairs.tsv'))
DATA=os.path.join(ROOT,'data','names')
BIN=os.path.join(ROOT,'target','debug','examples','prepare')
WORK=os.environ.get('WORK','/tmp/mahdar-names')
import subprocess
SOUNDS={ # sign suffix -> sounds, first is the usual
'A':'a e i o u','b':'b p','t':'t','th':'th s t','j':'j g zh','H':'h kh','kh':'kh h k','d':'d','dh':'dh z d','r':'r','z':'z','s':'s','sh':'sh','S':'s','D':'d z','T':'t','Z':'z d dh','E':'a e i o u','gh':'gh g','f':'f v p','q':'q k g','k':'k g q ch','l':'l','m':'m','n':'n','h':'h a','w':'u o w v','y':'i y e','tm':'a e t','hz':'a e i','wh':'u o','yh':'i e y','p':'p','ch':'ch','zh':'zh j','g':'g','v':'v','tsh':'ch','ts':'ts','dj':'j','ng':'ng n','ks':'ks'}
SL={'a':'a e','c':'k s j','e':'e a i','g':'g j','h':'h kh','i':'i e y','j':'j zh y h','o':'o u','q':'q k','u':'u o','w':'w v u','x':'ks s h','y':'y i','sh':'sh','ch':'ch sh kh k','sch':'sh','tch':'ch','kh':'kh h','gh':'gh g','th':'th t s','dh':'dh d z','zh':'zh j','dj':'j','ts':'ts','ou':'u o','oo':'u','ee':'i','ng':'ng n','sz':'s sh','gs':'gh y','yi':'i y','ae':'a e','oe':'o e','ue':'u i'}
SC={'zh':'zh j','j':'y i','kh':'kh h','ts':'ts','ch':'ch','sh':'sh','shch':'sh ch','y':'i y','eh':'e a','ae':'a e','gh':'gh g','q':'q k','ng':'ng n','oe':'o e','uu':'u o','ue':'u i','hh':'h','ii':'i y','dj':'j','ks':'ks','w':'w u','v':'v w','kh':'kh h','g':'g gh h','k':'k q','h':'h','u':'u w o','e':'e i','i':'i','a':'a','o':'o a'}
V={'a','e','i','o','u','y','w'}
def sounds(name):
    s,x=name.split('.')
    if s=='l' and x in SL: return SL[x].split()
    if s=='c' and x in SC: return SC[x].split()
    if s=='a' and x in SOUNDS: return SOUNDS[x].split()
    return [x]
def load():
    signs=[l.split('\t')[1] for l in subprocess.run([BIN,'signs',DATA,PAIRS],capture_output=True,text=True).stdout.splitlines()]
    parts=[json.loads(l) for l in subprocess.run([BIN,'parts',DATA,PAIRS],capture_output=True,text=True).stdout.splitlines()]
    rows=list(csv.DictReader(open(PAIRS,encoding='utf8'),delimiter='\t',quoting=3))
    return signs,parts,rows
def folds(rows,k=5,seed=7):
    # by connected components of names in 'same' pairs plus shared negatives is too connected: use components of names via same pairs
    par={}
    def f(x):
        while par.setdefault(x,x)!=x:
            par[x]=par[par[x]]; x=par[x]
        return x
    for r in rows:
        if r['same']=='1': par[f(r['name_a'])]=f(r['name_b'])
    comp={}
    rnd=random.Random(seed)
    out=[]
    for r in rows:
        c=(f(r['name_a']),f(r['name_b']))
        for x in c:
            if x not in comp: comp[x]=rnd.randrange(k)
        out.append((comp[c[0]],comp[c[1]]))
    return out
class Model:
    def __init__(s,signs):
        s.signs=signs; s.n=len(signs); s.script=[x.split('.')[0] for x in signs]
        S=[sounds(x) for x in signs]
        s.sounds=S
        s.vowel=[set(x)<=V|{'t'} and x[0] in V for x in S]
        s.prior=[[0.0]*s.n for _ in range(s.n)]
        for a in range(s.n):
            for b in range(s.n):
                A,B=S[a],S[b]
                w=0
                if A[0]==B[0]: w=1.0
                elif A[0] in B or B[0] in A: w=.4
                elif set(A)&set(B): w=.15
                elif s.vowel[a] and s.vowel[b]: w=.08
                if signs[a]==signs[b]: w=2.0
                s.prior[a][b]=w
        s.gain=[[ (3.0+math.log(w) if w>0 else -4.0) for w in row] for row in s.prior]
        for a in range(s.n):
            for b in range(s.n):
                if s.vowel[a] and s.vowel[b]: s.gain[a][b]-=1.0
        s.gap={}
        for a in range(s.n):
            for sc in 'acl':
                g=-3.0
                if s.vowel[a]: g=-0.5 if (sc=='a' and s.script[a]!='a') else -1.2
                s.gap[(a,sc)]=g
    def align(s,a,b,ends_a,ends_b,sta,stb,sca,scb):
        n,m=len(a),len(b)
        NEG=-1e9
        D=[[NEG]*(m+1) for _ in range(n+1)]; B=[[0]*(m+1) for _ in range(n+1)]
        for i in range(n+1):
            for j in range(m+1):
                best=NEG;bk=0
                if i in sta and j in stb: best=(-0.5 if i or j else 0)
                if i:
                    v=D[i-1][j]+s.gap[(a[i-1],scb)]
                    if v>best: best,bk=v,1
                if j:
                    v=D[i][j-1]+s.gap[(b[j-1],sca)]
                    if v>best: best,bk=v,2
                if i and j:
                    v=D[i-1][j-1]+s.gain[a[i-1]][b[j-1]]
                    if v>best: best,bk=v,3
                D[i][j]=best;B[i][j]=bk
        best=(NEG,0,0)
        for i in ends_a:
            for j in ends_b:
                v=D[i][j]-(0.7 if i<n else 0)-(0.7 if j<m else 0)
                if v>best[0]: best=(v,i,j)
        return best,B,D
    def trace(s,a,b,best,B):
        _,i,j=best;ops=[]
        while True:
            k=B[i][j]
            if k==1: ops.append((a[i-1],None));i-=1
            elif k==2: ops.append((None,b[j-1]));j-=1
            elif k==3: ops.append((a[i-1],b[j-1]));i-=1;j-=1
            else: break
        return ops
    def self_score(s,a,sc):
        t=0
        for x in a:
            t+=max(max(s.gain[x][y] for y in range(s.n) if s.script[y]==sc),s.gap[(x,sc)])
        return max(t,1)
def fit(signs,pairs,iters=4,quiet=True):
    m=Model(signs)
    bests={}
    for it in range(iters):
        cache={}
        C=collections.Counter();G=collections.Counter()
        npairs=0
        for p in pairs:
            used=set()
            for x in p['a']:
                if x['i'] or not x['s']: continue
                cand=None
                for k,y in enumerate(p['b']):
                    if y['i'] or not y['s'] or k in used: continue
                    sa,sb=m.script[x['s'][0]],m.script[y['s'][0]]
                    best,B,D=m.align(x['s'],y['s'],x['e'],y['e'],x['st'],y['st'],sa,sb)
                    r=best[0]/((selfs(m,x['s'],sb,cache)+selfs(m,y['s'],sa,cache))/2)
                    if cand is None or r>cand[0]: cand=(r,k,best,B,y)
                if cand and cand[0]>0.45:
                    used.add(cand[1]); npairs+=1
                    y=cand[4]
                    sa,sb=m.script[x['s'][0]],m.script[y['s'][0]]
                    for u,v in m.trace(x['s'],y['s'],cand[2],cand[3]):
                        if u is None: G[(v,sa)]+=1
                        elif v is None: G[(u,sb)]+=1
                        else: C[(u,v)]+=1;C[(v,u)]+=1
        # re-estimate
        scr='acl'
        q={}
        for s1 in scr:
            ids=[i for i in range(m.n) if m.script[i]==s1]
            tot=collections.Counter()
            for (u,v),c in C.items():
                if m.script[u]==s1: tot[u]+=c
            for (u,sc),c in G.items():
                if m.script[u]==s1: tot[u]+=c
            T=sum(tot.values())+0.5*len(ids)
            for i in ids: q[i]=(tot[i]+0.5)/T
        for s1 in scr:
            for s2 in scr:
                I=[i for i in range(m.n) if m.script[i]==s1];J=[j for j in range(m.n) if m.script[j]==s2]
                N=sum(C[(i,j)] for i in I for j in J)
                for i in I:
                    ni=sum(C[(i,j)] for j in J)
                    gi=G[(i,s2)]
                    # prior over J for i: proportional to the sounds weight
                    Z=sum(m.prior[i][j]*q[j] for j in J)
                    K=KP
                    # P(gap|i)
                    pg0=(0.35 if s2=='a' and s1!='a' else 0.12) if m.vowel[i] else 0.02
                    pg=(gi+K*pg0)/(ni+gi+K)
                    m.gap[(i,s2)]=max(math.log(pg),GV if m.vowel[i] else GC)
                    for j in J:
                        pr=(m.prior[i][j]*q[j]/Z if Z>0 else 0)*0.97+0.03*q[j]*0.15
                        pij=(C[(i,j)]+K*pr)/(ni+K)
                        m.gain[i][j]=math.log(max(pij*(1-pg)/q[j],1e-9))
                # symmetrise
        for i in range(m.n):
            for j in range(i):
                g=(m.gain[i][j]+m.gain[j][i])/2
                g=min(max(g,FLOOR),4.5)
                m.gain[i][j]=m.gain[j][i]=g
            m.gain[i][i]=min(max(m.gain[i][i],FLOOR),4.5)
        if not quiet: print(it,npairs,file=sys.stderr)
    return m
import os
GV=float(os.environ.get('GV','-1.6'));GC=float(os.environ.get('GC','-2.5'))
KP=float(os.environ.get('KP','8'))
FLOOR=float(os.environ.get('FL','-3'))
def selfs(m,a,sc,cache):
    k=(tuple(a),sc)
    if k not in cache:
        t=0
        for x in a:
            kk=(x,sc)
            if kk not in cache: cache[kk]=max(max(m.gain[x][y] for y in range(m.n) if m.script[y]==sc),m.gap[(x,sc)])
            t+=cache[kk]
        cache[k]=max(t,1)
    return cache[k]
def write(m,path):
    o=['# Gains of the signs of the letter tables, in nats: how much likelier two signs stand for one another in one name than by chance.','# `gap`: the sign stands for nothing, by the script of the other name (a Arabic, c Cyrillic, l Latin).','# Estimated from pairs of spellings of one name; see crates/mahdar-names/eval/README.md. Licence: MIT OR Apache-2.0.','',f'other = {FLOOR:.2f}','','[gap]']
    for i,x in enumerate(m.signs):
        o.append(f'"{x}" = {{ '+', '.join(f'{sc} = {m.gap[(i,sc)]:.2f}' for sc in 'acl')+' }')
    o.append('');o.append('[pair]')
    for i,x in enumerate(m.signs):
        r=[f'"{m.signs[j]}" = {m.gain[i][j]:.2f}' for j in range(i,m.n) if m.gain[i][j]>FLOOR+0.05]
        if r: o.append(f'"{x}" = {{ '+', '.join(r)+' }')
    open(path,'w').write('\n'.join(o)+'\n')
