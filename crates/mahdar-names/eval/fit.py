"""Finds the weights of a score and says what they are worth on other persons.

  cargo build --example prepare -p mahdar-names && python3 crates/mahdar-names/eval/fit.py

Needs numpy, scipy and ../shared/names. Writes data/names/costs.toml and weights.toml.
"""
import os,re,sys,csv,shutil,subprocess
import importlib.util
import numpy as np
sys.path.insert(0,os.path.dirname(os.path.abspath(__file__)))
from letters import *
rows=list(csv.DictReader(open(PAIRS,encoding='utf8'),delimiter='\t',quoting=3))
F=folds(rows)
y=np.array([int(r['same']) for r in rows])
def feats(costs):
    out=subprocess.run([BIN,'features',DATA,PAIRS,costs],capture_output=True,text=True)
    if out.returncode: print(out.stderr[:2000]); raise SystemExit
    X=[];S=[]
    for l in out.stdout.splitlines():
        i,f,s=l.split('\t'); X.append([float(x) for x in f.split()]);S.append(s)
    return np.array(X),S
from scipy.optimize import minimize
import re
FEATURES=re.findall(r'^    "(\w+)",',open(os.path.join(ROOT,'crates','mahdar-names','src','weights.rs')).read(),re.M)
POS=set("first_some first_half first_good first_initial last_some last_half last_good last_initial middle_good worst_some worst_half worst_good missing_first_after_common ordinal_same joined".split())
NEG=set("first_initial_other last_initial_other middle_other middle_initial_other missing_first missing_middle missing_middle_both missing_last missing_both_ends swapped fathers_place one_word ordinal_other ordinal_for_name single_pair".split())
# what dev has hardly any rows of is held where it must be
PRIOR={"first_initial_other":-3.0,"last_initial_other":-2.0,"middle_initial_other":-2.0,"ordinal_other":-6.0,"ordinal_for_name":-3.0,"ordinal_same":1.0,"fathers_place":-4.0}
def logreg(X,y,l2=0.15):
    p0=np.array([PRIOR.get(n,0.0) for n in FEATURES])
    lo=[0 if n in POS else None for n in FEATURES];hi=[0 if n in NEG else None for n in FEATURES]
    R=np.array([0.0 if n=='bias' else l2 for n in FEATURES])
    R=np.array([r*(4 if n in PRIOR else 1) for r,n in zip(R,FEATURES)])
    def f(w):
        z=X@w
        L=np.logaddexp(0,z)-y*z
        d=w-p0
        return L.sum()+(R*d*d).sum()/1, X.T@(1/(1+np.exp(-z))-y)+2*R*d
    r=minimize(f,p0,jac=True,method='L-BFGS-B',bounds=list(zip(lo,hi)),options={'maxiter':500})
    return r.x,0.0
import importlib.util
spec=importlib.util.spec_from_file_location('sn',os.path.join(NAMES,'score_names.py'));sn=importlib.util.module_from_spec(spec);spec.loader.exec_module(sn)
def report(score,verbose=True):
    per={};kind={}
    items=list(zip(score,y))
    for r,it in zip(rows,items):
        per.setdefault(sn.pair_of(r),[]).append(it)
    m=sn.measure(items)
    t=m['threshold']
    print('overall f1 %.4f t %.3f p95 %.4f auc %.4f'%(m['f1'],t,m['p95'],m['auc']), 'mean f1 %.4f p95 %.4f'%(np.mean([sn.measure(v)['f1'] for v in per.values()]),np.mean([sn.measure(v)['p95'] for v in per.values()])))
    if verbose:
        print(' '.join('%s %.3f/%.3f'%(k,sn.measure(v)['f1'],sn.measure(v)['p95']) for k,v in sorted(per.items())))
        for r,s in zip(rows,score): kind.setdefault((r['same'],r['kind']),[]).append((s>=t)==(r['same']=='1'))
        print(' '.join('%s:%s %d/%d'%(k[0],k[1],len(v)-sum(v),len(v)) for k,v in sorted(kind.items())))
    return t
def cv(l2=1.0):
    score=np.zeros(len(rows))
    for k in range(5):
        X,_=feats(f'{WORK}/costs-{k}.toml')
        tr=np.array([f[0]!=k and f[1]!=k for f in F]); te=np.array([f[0]==k or f[1]==k for f in F])
        v,b=logreg(X[tr],y[tr])
        s=1/(1+np.exp(-(X@v+b)))
        # a row with names of two folds is tested twice; keep the mean
        n=np.array([(f[0]==k)+(f[1]==k) if f[0]!=f[1] else 2*(f[0]==k) for f in F])/2
        score+=s*n
    return score
def gains():
    os.makedirs(WORK,exist_ok=True)
    signs,parts,rows=load()
    F=folds(rows)
    for w in ['all','0','1','2','3','4']:
        P=[p for p,r,f in zip(parts,rows,F) if r['same']=='1' and (w=='all' or f[0]!=int(w) and f[1]!=int(w))]
        write(fit(signs,P,iters=4),f'{WORK}/costs-{w}.toml')
if __name__=='__main__':
    gains()
    s=cv()
    t=report(s)
    X,S=feats(f'{WORK}/costs-all.toml')
    v,b=logreg(X,y)
    sa=1/(1+np.exp(-(X@v+b)))
    print('fitted on all:');report(sa,False)
    names=FEATURES
    print({n:round(float(x),2) for n,x in zip(names,v)},round(float(b),2))
    w=open(DATA+'/weights.toml').read().split('[score]')[0]+'[score]\n'+''.join(f'{n} = {x:.3f}\n' for n,x in zip(names,v))
    open(DATA+'/weights.toml','w').write(w)
    shutil.copy(f'{WORK}/costs-all.toml',DATA+'/costs.toml')
    with open(f'{WORK}/errors.txt','w') as o:
        E=sorted([(abs((s[i])-y[i]),i) for i in range(len(rows)) if (s[i]>=t)!=(y[i]==1)],reverse=True)
        for d,i in E:
            r=rows[i];o.write(f"{r['same']} {s[i]:.3f} {r['kind']} | {r['name_a']} | {r['name_b']} {r['lang_a']} {r['lang_b']} || {S[i]}\n")
