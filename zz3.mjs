import { chromium } from 'playwright-core';
import fs from 'fs';
const people = JSON.parse(fs.readFileSync('/tmp/fh/look/out.json')).people;
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-dev-shm-usage','--disable-quic','--no-first-run','--disable-background-networking']});
const c=await b.newContext({viewport:{width:390,height:844},hasTouch:true,isMobile:true,serviceWorkers:'block'});
const p=await c.newPage(); p.on('console',m=>['error','warning'].includes(m.type())&&console.log(m.text())); p.on('pageerror',e=>console.log('PE',e.message));
let go; const held=new Promise(r=>go=r);
await p.route('**/*.wasm', async r=>{ await held; await r.continue(); });
await p.goto(people.filter(p=>p.role==='leader')[4].sign_in); await p.click('main button');
await p.getByRole('link',{name:'Read the brief'}).waitFor({timeout:8000}).catch(async e=>{console.log(p.url(), (await p.content()).slice(0,1500))}); await p.screenshot({path:'/tmp/fh/look/first.png'});
await p.getByRole('link',{name:'Read the brief'}).click(); console.log(p.url()); go(); await p.getByRole('button',{name:'Start walkthrough'}).waitFor(); console.log('brief open', p.url());
const c2=await b.newContext({viewport:{width:390,height:844},serviceWorkers:'block'}); 
async function timed(n){ const c=await b.newContext({viewport:{width:390,height:844},serviceWorkers:'block'}); await c.addCookies(ck); const p=await c.newPage(); const d=await c.newCDPSession(p); await d.send('Emulation.setCPUThrottlingRate',{rate:4}); await d.send('Network.enable'); await d.send('Network.emulateNetworkConditions',{offline:false,latency:150,downloadThroughput:200000,uploadThroughput:93750});
 await p.goto('http://127.0.0.1:3999/walk',{waitUntil:'commit'}); await p.getByRole('link',{name:'Read the brief'}).waitFor(); const a=await p.evaluate(()=>performance.now()); await p.waitForFunction(()=>!document.querySelector('#app [data-says]')&&document.querySelector('nav'),null,{timeout:30000}); const z=await p.evaluate(()=>performance.now()); console.log('first sight',a|0,'app',z|0);
 const r=await p.evaluate(()=>performance.getEntriesByType('resource').map(e=>[e.name.slice(-40),e.startTime|0,e.responseEnd|0,e.encodedBodySize].join(' '))); if(!n) console.log(r); await c.close(); }
const q=await c2.newPage(); await q.goto(people.filter(p=>p.role==='leader')[5].sign_in); await q.click('main button'); await q.waitForLoadState(); const ck=await c2.cookies();
for(let i=0;i<3;i++) await timed(i);
await b.close();
