var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h={},g=[],_=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,v=Array.isArray;function y(e,t){for(var n in t)e[n]=t[n];return e}function b(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function x(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return S(t,s,i,a,null)}function S(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function C(e){return e.children}function w(e,t){this.props=e,this.context=t}function T(e,t){if(t==null)return e.__?T(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?T(e):null}function E(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=y({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),re(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??T(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,ae(i,o,a),n.__e=n.__=null,o.__e!=r&&D(o)}}function D(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),D(e)}function O(e){(!e.__d&&(e.__d=!0)&&r.push(e)&&!k.__r++||i!=t.debounceRendering)&&((i=t.debounceRendering)||a)(k)}function k(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,E(e)}finally{r.length=k.__r=0}}function ee(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,_,v,y=r&&r.__k||g,b=t.length;for(c=A(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||h,p.__i=d,v=re(e,p,f,i,a,o,s,c,l,u),m=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&ce(f.ref,null,p),u.push(p.ref,p.__c||m,p)),_==null&&m!=null&&(_=m),4&p.__u?(c=te(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:m&&(c=m.nextSibling),p.__u&=-7);return n.__e=_,c}function A(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=S(null,o,null,null,null):v(o)?o=e.__k[a]=S(C,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=S(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=j(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=T(s)),le(s,s));return r}function te(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=te(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=T(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function j(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function M(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||_.test(t)?n:n+`px`}function N(e,t,n,r,i){var a,o;n:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||M(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||M(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(u,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[l]=r[l]:(n[l]=d,e.addEventListener(t,a?p:f,a)):e.removeEventListener(t,a?p:f,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break n}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function ne(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[c]==null)n[c]=d++;else if(n[c]<r[l])return;return r(t.event?t.event(n):n)}}}function re(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,_,x,S,E,D,O,k,A,te,j,M,N=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);n:if(typeof N==`function`){f=s.length;try{if(E=n.props,D=N.prototype&&N.prototype.render,O=(d=N.contextType)&&i[d.__c],k=d?O?O.props.value:d.__:i,r.__c?S=(p=n.__c=r.__c).__=p.__E:(D?n.__c=p=new N(E,k):(n.__c=p=new w(E,k),p.constructor=N,p.render=ue),O&&O.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),D&&p.__s==null&&(p.__s=p.state),D&&N.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=y({},p.__s)),y(p.__s,N.getDerivedStateFromProps(E,p.__s))),h=p.props,_=p.state,p.__v=n,m)D&&N.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),D&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(D&&N.getDerivedStateFromProps==null&&E!==h&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(E,k),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(E,p.__s,k)){n.__v!=r.__v&&(p.props=E,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),g.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=T(r);break n}p.componentWillUpdate!=null&&p.componentWillUpdate(E,p.__s,k),D&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(h,_,x)})}if(p.context=k,p.props=E,p.__P=e,p.__e=!1,A=t.__r,te=0,D)p.state=p.__s,p.__d=!1,A&&A(n),d=p.render(p.props,p.state,p.context),g.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,A&&A(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++te<25);p.state=p.__s,p.getChildContext!=null&&(i=y(y({},i),p.getChildContext())),D&&!m&&p.getSnapshotBeforeUpdate!=null&&(x=p.getSnapshotBeforeUpdate(h,_)),j=d!=null&&d.type===C&&d.key==null?oe(d.props.children):d,c=ee(e,v(j)?j:[j],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),S&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(M=o.length;M--;)b(o[M])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||ie(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=se(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function ie(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(ie))}function ae(e,n,r){for(var i=0;i<r.length;i++)ce(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function oe(e){return typeof e!=`object`||!e||e.__b>0?e:v(e)?e.map(oe):e.constructor===void 0?y({},e):null}function se(n,r,i,a,o,s,c,l,u){var d,f,p,m,g,_,y,x=i.props||h,S=r.props,C=r.type;if(C==`svg`?o=`http://www.w3.org/2000/svg`:C==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((g=s[d])&&`setAttribute`in g==!!C&&(C?g.localName==C:g.nodeType==3)){n=g,s[d]=null;break}}if(n==null){if(C==null)return document.createTextNode(S);n=document.createElementNS(o,C,S.is&&S),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(C==null)x===S||l&&n.data==S||(n.data=S);else{if(s=C==`textarea`&&S.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(x={},d=0;d<n.attributes.length;d++)x[(g=n.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||N(n,d,null,g,o);for(d in S)g=S[d],d==`children`?m=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?_=g:d==`checked`?y=g:l&&typeof g!=`function`||x[d]===g||N(n,d,g,x[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),ee(r.type==`template`?n.content:n,v(m)?m:[m],r,i,a,C==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&T(i,0),l,u),s!=null)for(d=s.length;d--;)b(s[d]);l&&C!=`textarea`||(d=`value`,C==`progress`&&_==null?n.removeAttribute(`value`):_!=null&&(_!==n[d]||C==`progress`&&!_||C==`option`&&_!=x[d])&&N(n,d,_,x[d],o),d=`checked`,y!=null&&y!=n[d]&&N(n,d,y,x[d],o))}return n}function ce(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function le(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||ce(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&le(i[a],n,r||typeof e.type!=`function`);r||b(e.__e),e.__c=e.__=e.__e=void 0}function ue(e,t,n){return this.constructor(e,n)}function de(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],re(r,n=(!a&&i||r).__k=x(C,null,[n]),o||h,h,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),ae(s,n,c),n.props.children=null}function fe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.componentWillUnmount=function(){n=null},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__e=!0,O(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n&&n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+m++,t.__=e,t.Provider=t.__l=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e=g.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,w.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=y({},this.state);typeof e==`function`&&(e=e(y({},n),this.props)),e&&y(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),O(this))},w.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),O(this))},w.prototype.render=C,r=[],a=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,o=function(e,t){return e.__v.__b-t.__v.__b},k.__r=0,s=Math.random().toString(8),c=`__d`+s,l=`__a`+s,u=/(PointerCapture)$|Capture$/i,d=0,f=ne(!1),p=ne(!0),m=0;var P,F,pe,me,he=0,ge=[],I=t,_e=I.__b,ve=I.__r,ye=I.diffed,be=I.__c,xe=I.unmount,Se=I.__;function Ce(e,t){I.__h&&I.__h(F,e,he||t),he=0;var n=F.__H||(F.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function L(e){return he=1,we(Fe,e)}function we(e,t,n){var r=Ce(P++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Fe(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=F,!F.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};F.__f=!0;var a=F.shouldComponentUpdate,o=F.componentWillUpdate;F.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},F.shouldComponentUpdate=i}return r.__N||r.__}function R(e,t){var n=Ce(P++,3);!I.__s&&Pe(n.__H,t)&&(n.__=e,n.u=t,F.__H.__h.push(n))}function Te(e){return he=5,Ee(function(){return{current:e}},[])}function Ee(e,t){var n=Ce(P++,7);return Pe(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function De(e){var t=F.context[e.__c],n=Ce(P++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(F)),t.props.value):e.__}function Oe(){var e=Ce(P++,11);if(!e.__){for(var t=F.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function ke(){for(var e;e=ge.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Me),t.__h.some(Ne),t.__h=[]}catch(n){t.__h=[],I.__e(n,e.__v)}}}I.__b=function(e){F=null,_e&&_e(e)},I.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Se&&Se(e,t)},I.__r=function(e){ve&&ve(e),P=0;var t=(F=e.__c).__H;t&&(pe===F?(t.__h=[],F.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Me),t.__h.some(Ne),t.__h=[],P=0)),pe=F},I.diffed=function(e){ye&&ye(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(ge.push(t)!==1&&me===I.requestAnimationFrame||((me=I.requestAnimationFrame)||je)(ke)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),pe=F=null},I.__c=function(e,t){t.some(function(e){try{e.__h.some(Me),e.__h=e.__h.filter(function(e){return!e.__||Ne(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],I.__e(n,e.__v)}}),be&&be(e,t)},I.unmount=function(e){xe&&xe(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Me(e)}catch(e){t=e}}),n.__H=void 0,t&&I.__e(t,n.__v))};var Ae=typeof requestAnimationFrame==`function`;function je(e){var t,n=function(){clearTimeout(r),Ae&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ae&&(t=requestAnimationFrame(n))}function Me(e){var t=F,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),F=t}function Ne(e){var t=F;e.__c=e.__(),F=t}function Pe(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function Fe(e,t){return typeof t==`function`?t(e):t}var Ie=[`on`,`with`,`lang`,`from`],Le=[`home`,`search`,`contacts`,`line`,`node`,`list`,`draw`,`work`,`write`],Re=`korte-lijnen-moved`;function ze(){return Object.fromEntries(new URLSearchParams(location.search))}function Be(e){return Le.find(t=>t===e.view)??`home`}function z(e,t={},n=ze()){return Ue({...Object.fromEntries(Ie.map(e=>[e,n[e]])),view:e===`home`?null:e,...t})}function B(e,t=ze()){return Ue({...t,...e})}function V(e){e!==location.search&&(history.pushState(null,``,e||location.pathname),dispatchEvent(new Event(Re)))}function Ve(){let[e,t]=L(ze);return R(()=>{let e=()=>t(ze());return addEventListener(`popstate`,e),addEventListener(Re,e),()=>{removeEventListener(`popstate`,e),removeEventListener(Re,e)}},[]),e}function He(e){let t=e.target instanceof Element?e.target.closest(`a`):null,n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||t.target||t.hasAttribute(`download`))return;let r=t.getAttribute(`href`)??``;r.startsWith(`?`)&&(e.preventDefault(),V(r))}function Ue(e){let t=Object.entries(e).filter(e=>!!e[1]);return`?${new URLSearchParams(t).toString().replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`}var We=class extends Error{code;field;help;constructor(e,t,n,r){super(t),this.code=e,this.field=n,this.help=r}};async function Ge(e,t,n){let r=JSON.stringify({query:e.toString(),variables:t}),i=await fetch(`graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json, application/json`},body:r,signal:n??null}).catch(Ke),a=await i.json().catch(Ke);if(a.errors?.[0])throw qe(a.errors[0]);if(!a.data)throw new We(`UNREACHABLE`,`HTTP ${i.status}`);return a.data}function Ke(e){throw e.name===`AbortError`?e:new We(`UNREACHABLE`,e.message)}function qe({message:e,extensions:t}){return new We(t?.code??`INTERNAL`,e,t?.field,t?.help)}var H=new Map,Je=6e4,Ye=200;function Xe(e,t){H.size>=Ye&&H.clear(),H.set(e,t),setTimeout(()=>H.delete(e),Je)}function U(e,t){let n=t===null?null:e.toString()+JSON.stringify(t),[r,i]=we(e=>e+1,0),[a,o]=L({key:null}),s=Te(n);if(s.current=n,R(()=>{if(n===null||t===null)return;if(H.has(n)){o({key:n,answer:H.get(n)});return}let r=new AbortController;return Ge(e,t,r.signal).then(e=>{Xe(n,e),s.current===n&&o({key:n,answer:e})},e=>{r.signal.aborted||o({key:n,refusal:e})}),()=>r.abort()},[n,r]),n===null)return{waiting:!1,again:()=>i(void 0)};let c=H.get(n),l=a.key===n;return{answer:l?a.answer:c??a.answer,refusal:l?a.refusal:void 0,waiting:!l&&c===void 0,again:()=>{o({key:null}),i(void 0)}}}var W=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new W(`
    fragment Named on Node {
  __typename
  id
  kind
  name
}
    `,{fragmentName:`Named`}),new W(`
    fragment Described on Node {
  ...Named
  since
  until
  ... on Person {
    functions {
      title
      organisation {
        name
      }
    }
  }
  ... on Organisation {
    locatedIn {
      name
    }
  }
  ... on Seat {
    coalition {
      name
    }
  }
  ... on Area {
    within {
      name
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`,{fragmentName:`Described`}),new W(`
    fragment Tie on Relation {
  id
  type
  since
  until
  confirmedAt
  properties
  from {
    ...Named
  }
  to {
    ...Named
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`,{fragmentName:`Tie`}),new W(`
    fragment TableCell on Cell {
  id
  state
  filled
  rule {
    minimum
    per
    mandate
    sectors {
      ...Named
    }
  }
  municipality {
    ...Named
  }
  seats {
    id
    name
    kind
    state
    mandate
    until
    organisation {
      ...Named
    }
    holdings {
      id
      person {
        ...Named
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`,{fragmentName:`TableCell`}),new W(`
    fragment LineOfPeople on ContactPath {
  length
  strength
  people {
    id
    name
    kind
    email
    functions {
      title
      organisation {
        id
        name
        kind
      }
    }
  }
  handshakes {
    strength
    from {
      id
      name
    }
    to {
      id
      name
    }
    reasons {
      kind
      strength
      size
      confirmedAt
      context {
        ...Named
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`,{fragmentName:`LineOfPeople`}),new W(`
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}
    `,{fragmentName:`WhatWasWritten`});var Ze=new W(`
    query Viewer {
  viewer {
    name
    role
    explanation
    person {
      id
      name
    }
    coalitions {
      id
      name
    }
  }
  network {
    version
  }
}
    `),Qe=new W(`
    query Choices($on: Date) {
  network(asOf: $on) {
    asOf
    sectors {
      id
      name
      within {
        id
      }
    }
    municipalities(first: 100) {
      totalCount
      edges {
        node {
          id
          name
          within {
            id
            name
            within {
              id
              name
            }
          }
        }
      }
    }
    coalitions(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
}
    `),$e=new W(`
    query Suggestions($text: String!, $kinds: [NodeKind!], $on: Date, $first: Int = 8) {
  network(asOf: $on) {
    search(text: $text, kinds: $kinds, first: $first) {
      totalCount
      edges {
        node {
          ...Described
        }
      }
    }
  }
}
    fragment Described on Node {
  ...Named
  since
  until
  ... on Person {
    functions {
      title
      organisation {
        name
      }
    }
  }
  ... on Organisation {
    locatedIn {
      name
    }
  }
  ... on Seat {
    coalition {
      name
    }
  }
  ... on Area {
    within {
      name
    }
  }
}
fragment Named on Node {
  __typename
  id
  kind
  name
}`),et=new W(`
    query Found($text: String!, $kinds: [NodeKind!], $sector: ID, $area: ID, $on: Date, $after: String) {
  network(asOf: $on) {
    search(
      text: $text
      kinds: $kinds
      sector: $sector
      area: $area
      first: 50
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...Described
        }
      }
    }
  }
}
    fragment Described on Node {
  ...Named
  since
  until
  ... on Person {
    functions {
      title
      organisation {
        name
      }
    }
  }
  ... on Organisation {
    locatedIn {
      name
    }
  }
  ... on Seat {
    coalition {
      name
    }
  }
  ... on Area {
    within {
      name
    }
  }
}
fragment Named on Node {
  __typename
  id
  kind
  name
}`),tt=new W(`
    query Overview($on: Date) {
  network(asOf: $on) {
    asOf
    coalitions(first: 50) {
      edges {
        node {
          id
          name
          kind
          phase
          area {
            ...Named
          }
          representation {
            filled
            required
          }
        }
      }
    }
    programmes(first: 50) {
      edges {
        node {
          ...Named
        }
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`),nt=new W(`
    query Contacts($need: Need!, $from: ID, $on: Date, $first: Int = 8) {
  network(asOf: $on) {
    contacts(need: $need, from: $from, first: $first) {
      score
      mailbox
      phone
      person {
        id
        name
        kind
        email
        phone
      }
      organisation {
        id
        name
        kind
        mailbox
      }
      function {
        title
        themes
        organisation {
          id
          name
          kind
        }
      }
      deputies {
        id
        name
        kind
        email
      }
      reasons {
        kind
        text
        points
      }
      path {
        ...LineOfPeople
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}
fragment LineOfPeople on ContactPath {
  length
  strength
  people {
    id
    name
    kind
    email
    functions {
      title
      organisation {
        id
        name
        kind
      }
    }
  }
  handshakes {
    strength
    from {
      id
      name
    }
    to {
      id
      name
    }
    reasons {
      kind
      strength
      size
      confirmedAt
      context {
        ...Named
      }
    }
  }
}`),rt=new W(`
    query Lines($from: ID!, $to: ContactTarget!, $order: PathOrder, $most: Int, $first: Int, $avoid: [ID!], $via: ID, $on: Date) {
  network(asOf: $on) {
    contactPaths(
      from: $from
      to: $to
      order: $order
      maxHandshakes: $most
      first: $first
      avoid: $avoid
      via: $via
    ) {
      __typename
      ... on ContactPaths {
        paths {
          ...LineOfPeople
        }
      }
      ... on NoContactPath {
        reason
        message
        fewestHandshakes
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}
fragment LineOfPeople on ContactPath {
  length
  strength
  people {
    id
    name
    kind
    email
    functions {
      title
      organisation {
        id
        name
        kind
      }
    }
  }
  handshakes {
    strength
    from {
      id
      name
    }
    to {
      id
      name
    }
    reasons {
      kind
      strength
      size
      confirmedAt
      context {
        ...Named
      }
    }
  }
}`),it=new W(`
    query Names($ids: [ID!]!, $on: Date) {
  network(asOf: $on) {
    nodes(ids: $ids) {
      ...Named
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`),at=new W(`
    query WhoIsWho($filter: PersonFilter, $on: Date, $after: String) {
  network(asOf: $on) {
    asOf
    people(filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          kind
          email
          phone
          functions {
            title
            themes
            organisation {
              id
              name
              kind
              mailbox
            }
          }
          holdings {
            seat {
              id
              name
              coalition {
                id
                name
              }
            }
          }
        }
      }
    }
  }
}
    `);new W(`
    query Draw($around: [ID!]!, $steps: Int, $types: [RelationType!], $limit: Int, $on: Date) {
  network(asOf: $on) {
    neighbourhood(around: $around, steps: $steps, types: $types, limit: $limit) {
      truncated
      nodes {
        ...Named
        ... on Organisation {
          sectors {
            id
          }
          locatedIn {
            id
          }
          coalitions {
            id
          }
        }
        ... on Person {
          functions {
            organisation {
              sectors {
                id
              }
              locatedIn {
                id
              }
            }
          }
          holdings {
            seat {
              coalition {
                id
              }
            }
          }
        }
        ... on Seat {
          sector {
            id
          }
          covers {
            id
          }
          coalition {
            id
          }
        }
        ... on Coalition {
          area {
            id
          }
        }
      }
      relations {
        id
        type
        since
        until
        from {
          id
        }
        to {
          id
        }
      }
    }
  }
}
    fragment Named on Node {
  __typename
  id
  kind
  name
}`),new W(`
    query Work($confirmationsAfter: String, $retentionAfter: String) {
  worklist {
    confirmations(
      states: [NOT_SENT, REFUSED, ASKED, EXPIRED]
      first: 50
      after: $confirmationsAfter
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          state
          askedAt
          expiresAt
          person {
            id
            name
            kind
          }
        }
      }
    }
    retentionDue(within: 60, first: 50, after: $retentionAfter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          kind
          retainUntil
          contactPurpose
        }
      }
    }
  }
}
    `);var ot=new W(`
    query Page($id: ID!, $on: Date) {
  network(asOf: $on) {
    asOf
    version
    node(id: $id) {
      ...Named
      since
      until
      confirmedAt
      version
      sources {
        title
        url
        retrieved
      }
      predecessors {
        ...Named
      }
      successors {
        ...Named
      }
      relations(first: 100) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Tie
          }
        }
      }
      ... on Person {
        email
        phone
        introducible
        contactPurpose
        retainUntil
        handshakes(first: 25) {
          totalCount
          edges {
            node {
              strength
              to {
                ...Named
              }
              from {
                ...Named
              }
              reasons {
                kind
                context {
                  ...Named
                }
              }
            }
          }
        }
      }
      ... on Organisation {
        shortName
        mailbox
        organisationPhone: phone
        website
        street
        postcode
        town
        codes {
          system
          code
        }
      }
      ... on School {
        educationTypes
        pupils {
          year
          count
        }
      }
      ... on ChildcareLocation {
        places
      }
      ... on Municipality {
        inhabitants
        children
      }
      ... on Area {
        municipalities {
          ...Named
        }
      }
      ... on Coalition {
        phase
        ambition
        area {
          ...Named
        }
        leads {
          ...Named
        }
      }
      ... on Seat {
        state
        mandate
        sector {
          ...Named
        }
        coalition {
          ...Named
        }
        organisation {
          ...Named
        }
        covers {
          ...Named
        }
        holdings {
          id
          since
          until
          confirmedAt
          person {
            ...Named
          }
        }
      }
      ... on Programme {
        programmeDescription: description
        enrolments {
          id
          stage
          since
          until
          area {
            ...Named
          }
        }
      }
      ... on Agreement {
        form
        agreementDescription: description
        embeddedIn
      }
      ... on Meeting {
        date
      }
      ... on Question {
        questionDescription: description
      }
      ... on Recommendation {
        number
        recommendationDescription: description
      }
      ... on Observation {
        indicator
        value
        unit
        observedDate: date
      }
      ... on Channel {
        channelForm: form
      }
      ... on Sector {
        weighs
      }
    }
  }
}
    fragment Tie on Relation {
  id
  type
  since
  until
  confirmedAt
  properties
  from {
    ...Named
  }
  to {
    ...Named
  }
}
fragment Named on Node {
  __typename
  id
  kind
  name
}`),st=new W(`
    query MoreTies($id: ID!, $on: Date, $after: String) {
  network(asOf: $on) {
    node(id: $id) {
      id
      relations(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Tie
          }
        }
      }
    }
  }
}
    fragment Tie on Relation {
  id
  type
  since
  until
  confirmedAt
  properties
  from {
    ...Named
  }
  to {
    ...Named
  }
}
fragment Named on Node {
  __typename
  id
  kind
  name
}`),ct=new W(`
    query History($id: ID!, $on: Date) {
  network(asOf: $on) {
    node(id: $id) {
      id
      history(first: 25) {
        version
        at
        by
        because
      }
    }
  }
}
    `),lt=new W(`
    query Delegation($id: ID!, $on: Date) {
  network(asOf: $on) {
    representation(coalition: $id) {
      filled
      required
      cells {
        ...TableCell
      }
      gaps {
        cell {
          ...TableCell
        }
        weight {
          pupils
          places
          children
          share
        }
        candidates(first: 4) {
          handshakes
          seatsHeld
          person {
            ...Named
          }
          function {
            title
            organisation {
              ...Named
            }
          }
          path {
            people {
              ...Named
            }
          }
        }
      }
    }
  }
}
    fragment TableCell on Cell {
  id
  state
  filled
  rule {
    minimum
    per
    mandate
    sectors {
      ...Named
    }
  }
  municipality {
    ...Named
  }
  seats {
    id
    name
    kind
    state
    mandate
    until
    organisation {
      ...Named
    }
    holdings {
      id
      person {
        ...Named
      }
    }
  }
}
fragment Named on Node {
  __typename
  id
  kind
  name
}`);new W(`
    mutation Put($lines: [JSON!]!, $because: String!, $basedOn: Int) {
  put(lines: $lines, because: $because, basedOn: $basedOn) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation Appoint($seat: ID!, $person: ID!, $since: Date!, $because: String!, $basedOn: Int) {
  appoint(
    seat: $seat
    person: $person
    since: $since
    because: $because
    basedOn: $basedOn
  ) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation RecordMeeting($name: String!, $date: Date!, $attendees: [ID!]!, $coalition: ID, $because: String!) {
  recordMeeting(
    name: $name
    date: $date
    attendees: $attendees
    coalition: $coalition
    because: $because
  ) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation End($ids: [ID!]!, $until: Date!, $because: String!, $basedOn: Int) {
  end(ids: $ids, until: $until, because: $because, basedOn: $basedOn) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation Confirm($ids: [ID!]!) {
  confirm(ids: $ids) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation Merge($keep: ID!, $absorb: ID!, $because: String!, $basedOn: Int) {
  merge(keep: $keep, absorb: $absorb, because: $because, basedOn: $basedOn) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`),new W(`
    mutation Revert($version: Int!, $because: String!) {
  revert(version: $version, because: $because) {
    ...WhatWasWritten
  }
}
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}`);var ut=fe({signIn:!1});function G(){return De(ut)}function dt(e){return e.viewer?.role===`STEWARD`||e.viewer?.role===`ADMINISTRATOR`}function ft(e){return e.viewer!==void 0&&e.viewer.role!==`PUBLIC`}var pt={name:`Korte Lijnen`,skip:`To the content`,mainMenu:`Main menu`,home:`Start`,search:`Search`,searchHint:`Name, function, theme or code`,contacts:`Whom do I need?`,line:`Short line`,list:`Who is who`,draw:`Drawing`,work:`Worklists`,write:`Keep up`,graphiql:`Write your own questions (GraphiQL)`,otherLanguage:`Nederlands`,date:`On date`,today:`today`,compare:`Compare with`,show:`Show`,stopComparing:`Stop comparing`,onDate:e=>`On ${e}`,signIn:`Sign in`,signOut:`Sign out`,signedInAs:(e,t)=>`${e} (${t})`,roles:{PUBLIC:`visitor`,MEMBER:`member`,STEWARD:`steward`,ADMINISTRATOR:`administrator`},waiting:`Looking…`,slow:`This takes longer than usual. Still waiting.`,again:`Try again`,failed:`That did not work`,kept:`What you filled in is still there.`,unreachable:`The service cannot be reached.`,codes:{BAD_INPUT:`Something in the question is not right.`,NOT_FOUND:`This is not there, or not for you to see.`,FORBIDDEN:`You may not do this.`,UNAUTHENTICATED:`You are not signed in (any more).`,TOO_COSTLY:`This question is too large.`,CONFLICT:`Somebody else has changed this meanwhile.`,UNAVAILABLE:`The service cannot answer now.`,TIMEOUT:`The answer took too long.`,INTERNAL:`Something went wrong at the service.`},nothing:`Nothing found.`,noneYet:`Nothing yet.`,unknown:`unknown`,more:`More`,all:`all`,any:`any`,of:(e,t)=>`${e} of ${t}`,found:e=>`${e} found`,chooseSuggestion:e=>`${e} suggestions; choose with the arrow keys`,sector:`Sector`,area:`Area`,theme:`Theme`,themeHint:`such as gezonde kantine`,mandate:`Mandate`,mandates:{LISTEN:`listen`,ADVISE:`advise`,DECIDE:`decide`},coalition:`Coalition`,kind:`Kind`,me:`I am`,meHint:`who asks for the shortest line`,ask:`Find`,contactsIntro:`Choose a sector and an area, and a theme if there is one: you see whom to call, why, and who can introduce you.`,noContacts:`Nobody is known who fits. Try a larger area or a wider sector.`,nobodyKnown:`Nobody is known here by name`,why:`Why`,points:e=>`${e} points`,deputy:`Deputy`,mailbox:`Mailbox`,phone:`Telephone`,email:`E-mail`,lineTo:`The line there`,noLine:`No line within four handshakes`,noAsker:`Say who you are, and you see who can introduce you.`,contactReasons:{SEAT:`holds the seat`,MANDATE:`with mandate`,FUNCTION:`does this work`,THEME:`the theme fits`,AREA:`works here`,CONFIRMED:`confirmed within a year`,PATH:`there is a line from you`},draftTo:e=>`E-mail to ${e}`,draftSubject:e=>`Could you introduce me to ${e}?`,draftDirectSubject:e=>e?`A question about ${e}`:`Getting acquainted`,draftIntroduce:e=>`Dear ${e.to},\n\nI would like to get in touch with ${e.target}${e.role?` (${e.role})`:``}${e.theme?`, about ${e.theme}`:``}. You know the way there. Would you introduce us to each other?\n\nA short e-mail to both of us is enough. If it does not suit you, just say so.\n\nKind regards,\n${e.me}`,draftDirect:e=>`Dear ${e.to},\n\nI would like to get in touch with you${e.theme?` about ${e.theme}`:``}. When would a short conversation suit you?\n\nKind regards,\n${e.me}`,copy:`Copy`,copied:`Copied`,openMail:`Open in mail program`,text:`Text`,lineFrom:`From`,lineTarget:`To`,via:`Via`,avoid:`Not via`,order:`Order`,orders:{FEWEST:`fewest handshakes`,STRONGEST:`strongest line`},findLine:`Find the line`,lineIntro:`The shortest way to somebody, over people who know each other.`,alternatives:`Other ways`,handshakes:e=>e===1?`1 handshake`:`${e} handshakes`,strength:e=>`strength ${e}`,itIsYou:`That is you: no handshake needed.`,knowsBecause:`knows`,handshakeReasons:{KNOWS:`know each other`,COALITION:`are together in`,ORGANISATION:`work together at`,MEETING:`were together at`},onlyVia:e=>`Only via ${e}`,notVia:e=>`Not via ${e}`,drawLine:`Draw this line`,noPath:{NO_TARGET:`Nobody meets what you ask.`,FROM_ISOLATED:`No handshakes are known on this date of whoever asks.`,TO_ISOLATED:`No handshakes are known on this date of whom you look for.`,BEYOND_LIMIT:`There is a line, with more handshakes than you allow.`,BLOCKED:`There is a way, but not over people who introduce others, within these conditions.`,DISCONNECTED:`There is no line: these people are not connected.`},mostHandshakes:`At most`,coalitions:`Coalitions`,programmes:`Programmes`,seatsFilled:(e,t)=>`${e} of ${t} places filled`,noRules:`no rules of delegation`,phases:{EXPLORING:`exploring`,FORMING:`forming`,WORKING:`working`,EMBEDDED:`embedded`,ENDED:`ended`},delegation:`Delegation`,delegationCaption:`Which sector is at the table, and where. Choose a cell to see the seats and the gap behind it.`,rule:`What is needed`,wholeArea:`The whole area`,atLeast:(e,t)=>`at least ${e}, mandate ${t}`,states:{FILLED:`filled`,UNCONFIRMED:`not confirmed`,WEAK_MANDATE:`mandate too weak`,EXPIRED:`expired`,VACANT:`vacant`,NO_SEAT:`no seat`,HIDDEN:`not visible`},gaps:`What is missing`,noGaps:`Nothing is missing: every place agreed on is filled.`,showAllGaps:`Show all that is missing`,weight:`Leaves out`,pupils:e=>`${e} pupils`,places:e=>`${e} childcare places`,children:e=>`${e} children`,share:e=>`${e} of the area`,weightUnknown:`how many children is unknown`,candidates:`Who could`,noCandidates:`Nobody known who could.`,candidateFar:`no line known`,seatsHeld:e=>e===0?`no seat yet`:e===1?`holds 1 seat already`:`holds ${e} seats already`,nearMember:e=>e===0?`at the table already`:`${e} ${e===1?`handshake`:`handshakes`} from the table`,appointHere:`Appoint`,openSeatHere:`Open a seat`,seats:`Seats`,holder:`Held by`,ambition:`Ambition`,phase:`Phase`,leads:`Leads`,inArea:`In`,details:`Details`,relations:`Connected with`,filter:`Only`,since:`since`,until:`until`,confirmed:`confirmed on`,neverConfirmed:`never confirmed`,sources:`Sources`,unsourced:`no source known`,history:`What changed`,showHistory:`Show what changed`,before:`Before`,after:`After`,address:`Address`,website:`Website`,registerCodes:`Codes`,municipalities:`Municipalities`,educationTypes:`Education`,pupilsByYear:`Pupils by year`,year:`Year`,number:`Number`,inhabitants:`Inhabitants`,childrenBelow16:`Children below 16`,childcarePlaces:`Childcare places`,description:`Description`,embeddedIn:`Embedded in`,form:`Form`,value:`Value`,indicator:`What was measured`,weighs:`Weighs in`,introducible:`May be asked to introduce`,purpose:`Kept for`,retainUntil:`To be kept until`,yes:`yes`,no:`no`,nearestPeople:`Knows (strongest first)`,drawThis:`Draw what is around it`,lineHere:`Find a line there`,notThen:`This is not there on that date.`,onlyOn:e=>`Only on ${e}`,differences:`What differs`,noDifferences:`No difference.`,listIntro:`Who is in an area, sector or coalition, with function and contact. Prints on A4.`,print:`Print`,spreadsheet:`Download as a spreadsheet (CSV)`,person:`Name`,functions:`Functions`,organisation:`Organisation`,reach:`To be reached at`,showingFirst:(e,t)=>`The first ${e} of ${t}`,drawIntro:`Choose where to begin; the drawing grows only when you ask.`,around:`Around`,steps:`Steps`,stepsAway:e=>`${e} ${e===1?`step`:`steps`}`,legend:`Legend`,legendHint:`Click to show or hide`,noWebGL:`Drawing is not possible here (no WebGL). Everything that it would show is in the table.`,drawingLabel:`Drawing of the network. Arrow keys: to a neighbour. Enter: open. P: pin. Escape: let go.`,drawnTable:`Table of everything drawn`,truncated:`There is more than fits here: this is the nearest.`,selected:`Chosen`,neighbours:e=>`${e} ${e===1?`neighbour`:`neighbours`}`,expand:`Add`,pin:`Pin`,unpin:`Unpin`,focus:`Only what is around this`,remove:`Take away`,undo:`Undo`,open:`Open its page`,savePicture:`Save as PNG`,saveSvg:`Save as SVG`,saveTable:`Save as CSV`,zoomIn:`Larger`,zoomOut:`Smaller`,zoomAll:`All in view`,emphasised:`The line is bold; the rest is faded.`,layingOut:`Laying out the drawing…`,facets:`Highlight`,from:`From`,to:`To`,relation:`Relation`,doneBy:`by`,because:`Reason`,becauseHint:`without names of persons; the reason is kept`,save:`Save`,saved:e=>`Saved, as change ${e}.`,savedNothing:`There was nothing to change.`,undone:`Undone.`,undoBecause:e=>`Undone: ${e}`,undoByStewards:`A steward can undo this.`,openSaved:`See the result`,mayNotWrite:`To keep anything up you have to sign in. What you may do follows from your role.`,explanation:`Why you see no more`,writeIntro:`Every change has a reason, and can be undone.`,tasks:{person:`Add a person`,organisation:`Add an organisation`,appoint:`Appoint somebody to a seat`,seat:`Open a seat`,end:`End something`,confirm:`Confirm`,meeting:`Record a meeting`,merge:`Merge two`},fullName:`Name`,worksAt:`Works for`,jobTitle:`Function`,themes:`Themes, separated by commas`,sinceDate:`From`,maybeKnown:`Is it here already?`,maybeKnownHint:`These look like it. Choose one to open it, or save all the same.`,isNew:`No, this is another`,seat:`Seat`,who:`Who`,seatName:`Name of the seat`,covers:`Stands for the municipalities`,coversHint:`none: the whole area`,seatOrganisation:`Seat of`,partOf:`Part of`,what:`What`,endOn:`First day that it no longer holds`,endThis:`End`,confirmThis:`Still right`,confirmIntro:`With this you confirm that it is still right today.`,meetingName:`Name of the meeting`,meetingDate:`Date`,attendance:`Who attended`,attendanceHint:`paste the list: one name a line, with an e-mail address if there is one`,recognise:`Recognise the names`,recognised:`Who is who?`,leaveOut:`leave out`,addNew:`add as new`,onTheList:`On the list`,inTheNetwork:`In the network`,keep:`Stays`,absorb:`Merges into it`,mergeIntro:`All that is of the second goes to the first. The second ends today and stays readable.`,swap:`Swap`,required:`required`,choose:`Choose…`,notAsked:`Who has not answered yet`,retention:`Contact details beyond their time`,confirmationStates:{NOT_SENT:`not sent`,REFUSED:`address refused`,ASKED:`asked`,EXPIRED:`expired`,ANSWERED:`answered`},askedOn:`Asked on`,state:`State`,workIntro:`What there is to do for stewards.`,stale:`Not confirmed for long`,doubles:`Perhaps double`,unsourced2:`Without a source`,forStewards:`These lists are for stewards.`,kinds:{PERSON:`person`,SCHOOL:`school`,SCHOOL_BOARD:`school board`,CHILDCARE_PROVIDER:`childcare provider`,CHILDCARE_LOCATION:`childcare location`,MUNICIPALITY:`municipality`,HEALTH_SERVICE:`health service`,PARTNERSHIP:`partnership`,JOINT_ARRANGEMENT:`joint arrangement`,MINISTRY:`ministry`,ASSOCIATION:`association`,OTHER_ORGANISATION:`other organisation`,REGION:`region`,SECTOR:`sector`,COALITION:`coalition`,SEAT:`seat`,PROGRAMME:`programme`,AGREEMENT:`agreement`,MEETING:`meeting`,CHANNEL:`channel`,QUESTION:`question`,RECOMMENDATION:`recommendation`,OBSERVATION:`observation`,ORGANISATION:`organisation`,AREA:`area`},types:{WORKS_FOR:[`works for`,`who works here`],KNOWS:[`knows`,`knows`],HOLDS:[`holds the seat`,`held by`],SEAT_IN:[`seat in`,`seats`],SEAT_FOR:[`seat of`,`seats`],COVERS:[`stands for`,`seats for it`],PART_OF:[`part of`,`parts`],LOCATED_IN:[`located in`,`located here`],ACTIVE_IN:[`active in`,`active here`],IN_SECTOR:[`sector`,`in this sector`],PARTNER_IN:[`partner in`,`partners`],LEADS:[`leads`,`led by`],FUNDS:[`funds`,`funded by`],CARRIES_OUT:[`carries out`,`carried out by`],RELATED_TO:[`related to`,`related to`],LINKED_TO:[`embedded in`,`embeds`],ATTENDED:[`attended`,`attended by`],HELD_BY:[`of coalition`,`meetings`],PUBLISHES:[`publishes`,`published by`],REACHES:[`reaches`,`reached by`],ASKS:[`asks`,`asked by`],WORKS_ON:[`works on`,`worked on by`],ADDRESSES:[`addresses`,`addressed by`],RECOMMENDED_IN:[`recommended in`,`recommendations`],ENROLLED_IN:[`enrolled in`,`enrolled`],LEARNED_FROM:[`learned from`,`taught`],OBSERVED_ON:[`observed on`,`observations`],SUCCEEDED_BY:[`succeeded by`,`succeeds`]}},mt={name:`Korte Lijnen`,skip:`Naar de inhoud`,mainMenu:`Hoofdmenu`,home:`Begin`,search:`Zoeken`,searchHint:`Naam, functie, thema of code`,contacts:`Wie heb ik nodig?`,line:`Korte lijn`,list:`Wie is wie`,draw:`Tekening`,work:`Werklijsten`,write:`Bijhouden`,graphiql:`Zelf vragen schrijven (GraphiQL)`,otherLanguage:`English`,date:`Op datum`,today:`vandaag`,compare:`Vergelijk met`,show:`Toon`,stopComparing:`Niet meer vergelijken`,onDate:e=>`Op ${e}`,signIn:`Inloggen`,signOut:`Uitloggen`,signedInAs:(e,t)=>`${e} (${t})`,roles:{PUBLIC:`bezoeker`,MEMBER:`lid`,STEWARD:`beheerder`,ADMINISTRATOR:`hoofdbeheerder`},waiting:`Even zoeken…`,slow:`Het duurt langer dan gewoonlijk. We wachten nog.`,again:`Probeer het opnieuw`,failed:`Dat is niet gelukt`,kept:`Wat u invulde staat er nog.`,unreachable:`De dienst is niet te bereiken.`,codes:{BAD_INPUT:`Er klopt iets niet in de vraag.`,NOT_FOUND:`Dit is er niet, of u mag het niet zien.`,FORBIDDEN:`Dit mag u niet.`,UNAUTHENTICATED:`U bent niet (meer) ingelogd.`,TOO_COSTLY:`Deze vraag is te groot.`,CONFLICT:`Iemand anders heeft dit intussen veranderd.`,UNAVAILABLE:`De dienst kan nu niet antwoorden.`,TIMEOUT:`Het antwoord duurde te lang.`,INTERNAL:`Er ging iets mis bij de dienst.`},nothing:`Niets gevonden.`,noneYet:`Nog niets.`,unknown:`onbekend`,more:`Meer`,all:`alle`,any:`maakt niet uit`,of:(e,t)=>`${e} van ${t}`,found:e=>e===1?`1 gevonden`:`${e} gevonden`,chooseSuggestion:e=>`${e} suggesties; kies met de pijltjes`,sector:`Sector`,area:`Gebied`,theme:`Thema`,themeHint:`bijvoorbeeld gezonde kantine`,mandate:`Mandaat`,mandates:{LISTEN:`luisteren`,ADVISE:`adviseren`,DECIDE:`beslissen`},coalition:`Coalitie`,kind:`Soort`,me:`Ik ben`,meHint:`wie om de kortste lijn vraagt`,ask:`Zoek`,contactsIntro:`Kies een sector en een gebied, en zo nodig een thema: u ziet wie u het best kunt bellen, waarom, en wie u kan voorstellen.`,noContacts:`Er is niemand bekend die hieraan voldoet. Probeer een ruimer gebied of een bredere sector.`,nobodyKnown:`Hier is niemand bij naam bekend`,why:`Waarom`,points:e=>`${e} punten`,deputy:`Vervanger`,mailbox:`Postbus`,phone:`Telefoon`,email:`E-mail`,lineTo:`De lijn erheen`,noLine:`Geen lijn binnen vier handdrukken`,noAsker:`Vul in wie u bent, dan ziet u ook wie u kan voorstellen.`,contactReasons:{SEAT:`heeft de zetel`,MANDATE:`met mandaat`,FUNCTION:`doet dit werk`,THEME:`het thema past`,AREA:`werkt hier`,CONFIRMED:`nog dit jaar bevestigd`,PATH:`er is een lijn vanaf u`},draftTo:e=>`E-mail aan ${e}`,draftSubject:e=>`Kun je mij voorstellen aan ${e}?`,draftDirectSubject:e=>e?`Vraag over ${e}`:`Kennismaken`,draftIntroduce:e=>`Beste ${e.to},\n\nIk wil graag in contact komen met ${e.target}${e.role?` (${e.role})`:``}${e.theme?`, over ${e.theme}`:``}. Jij kent de weg daarheen. Wil je ons aan elkaar voorstellen?\n\nEen korte mail aan ons beiden is genoeg. Komt het niet uit, laat het dan gerust weten.\n\nMet vriendelijke groet,\n${e.me}`,draftDirect:e=>`Beste ${e.to},\n\nGraag kom ik met u in contact${e.theme?` over ${e.theme}`:``}. Wanneer schikt een kort gesprek?\n\nMet vriendelijke groet,\n${e.me}`,copy:`Kopieer`,copied:`Gekopieerd`,openMail:`Open in mailprogramma`,text:`Tekst`,lineFrom:`Van`,lineTarget:`Naar`,via:`Via`,avoid:`Niet via`,order:`Volgorde`,orders:{FEWEST:`minste handdrukken`,STRONGEST:`sterkste lijn`},findLine:`Zoek de lijn`,lineIntro:`De kortste weg naar iemand over mensen die elkaar kennen.`,alternatives:`Andere wegen`,handshakes:e=>e===1?`1 handdruk`:`${e} handdrukken`,strength:e=>`sterkte ${e}`,itIsYou:`Dat bent u zelf: geen handdruk nodig.`,knowsBecause:`kent`,handshakeReasons:{KNOWS:`kennen elkaar`,COALITION:`zitten samen in`,ORGANISATION:`werken samen bij`,MEETING:`waren samen bij`},onlyVia:e=>`Alleen via ${e}`,notVia:e=>`Niet via ${e}`,drawLine:`Teken deze lijn`,noPath:{NO_TARGET:`Niemand voldoet aan wat u vraagt.`,FROM_ISOLATED:`Van wie vraagt zijn op deze datum geen handdrukken bekend.`,TO_ISOLATED:`Van wie u zoekt zijn op deze datum geen handdrukken bekend.`,BEYOND_LIMIT:`Er is een lijn, maar met meer handdrukken dan u toestaat.`,BLOCKED:`Er is een weg, maar niet over mensen die voorstellen en met deze voorwaarden.`,DISCONNECTED:`Er is geen lijn: deze mensen staan los van elkaar.`},mostHandshakes:`Hoogstens`,coalitions:`Coalities`,programmes:`Programma's`,seatsFilled:(e,t)=>`${e} van ${t} plaatsen bezet`,noRules:`geen afspraken over de afvaardiging`,phases:{EXPLORING:`verkennend`,FORMING:`in oprichting`,WORKING:`aan het werk`,EMBEDDED:`geborgd`,ENDED:`beëindigd`},delegation:`Afvaardiging`,delegationCaption:`Welke sector waar aan tafel zit. Kies een vakje om de zetels en het gat erachter te zien.`,rule:`Wat er nodig is`,wholeArea:`Heel het gebied`,atLeast:(e,t)=>`minstens ${e}, mandaat ${t}`,states:{FILLED:`bezet`,UNCONFIRMED:`niet bevestigd`,WEAK_MANDATE:`te licht mandaat`,EXPIRED:`verlopen`,VACANT:`vacant`,NO_SEAT:`geen zetel`,HIDDEN:`niet zichtbaar`},gaps:`Wat er ontbreekt`,noGaps:`Er ontbreekt niets: elke afgesproken plaats is bezet.`,showAllGaps:`Toon alles wat ontbreekt`,weight:`Laat buiten`,pupils:e=>`${e} leerlingen`,places:e=>`${e} kindplaatsen`,children:e=>`${e} kinderen`,share:e=>`${e} van het gebied`,weightUnknown:`hoeveel kinderen is onbekend`,candidates:`Wie zou kunnen`,noCandidates:`Niemand bekend die dit kan.`,candidateFar:`geen lijn bekend`,seatsHeld:e=>e===0?`nog geen zetel`:e===1?`heeft al 1 zetel`:`heeft al ${e} zetels`,nearMember:e=>e===0?`zit al aan tafel`:`${e} ${e===1?`handdruk`:`handdrukken`} van de tafel`,appointHere:`Benoem`,openSeatHere:`Open een zetel`,seats:`Zetels`,holder:`Bezet door`,ambition:`Ambitie`,phase:`Fase`,leads:`Kartrekkers`,inArea:`In`,details:`Gegevens`,relations:`Verbonden met`,filter:`Beperk tot`,since:`sinds`,until:`tot`,confirmed:`bevestigd op`,neverConfirmed:`nooit bevestigd`,sources:`Bronnen`,unsourced:`geen bron bekend`,history:`Wat er veranderde`,showHistory:`Toon wat er veranderde`,before:`Eerder`,after:`Later`,address:`Adres`,website:`Website`,registerCodes:`Codes`,municipalities:`Gemeenten`,educationTypes:`Onderwijs`,pupilsByYear:`Leerlingen per jaar`,year:`Jaar`,number:`Aantal`,inhabitants:`Inwoners`,childrenBelow16:`Kinderen onder 16`,childcarePlaces:`Kindplaatsen`,description:`Omschrijving`,embeddedIn:`Geborgd in`,form:`Vorm`,value:`Waarde`,indicator:`Wat is gemeten`,weighs:`Telt in`,introducible:`Mag worden gevraagd om voor te stellen`,purpose:`Bewaard om`,retainUntil:`Te bewaren tot`,yes:`ja`,no:`nee`,nearestPeople:`Kent (sterkste eerst)`,drawThis:`Teken de omgeving`,lineHere:`Zoek een lijn hierheen`,notThen:`Op deze datum is dit er niet.`,onlyOn:e=>`Alleen op ${e}`,differences:`Wat verschilt`,noDifferences:`Geen verschil.`,listIntro:`Wie er in een gebied, sector of coalitie zit, met functie en contact. Afdrukken past op A4.`,print:`Afdrukken`,spreadsheet:`Download als rekenblad (CSV)`,person:`Naam`,functions:`Functies`,organisation:`Organisatie`,reach:`Bereikbaar`,showingFirst:(e,t)=>`De eerste ${e} van ${t}`,drawIntro:`Kies een beginpunt; de tekening groeit alleen als u dat vraagt.`,around:`Rond`,steps:`Stappen`,stepsAway:e=>`${e} ${e===1?`stap`:`stappen`}`,legend:`Legenda`,legendHint:`Klik om te tonen of te verbergen`,noWebGL:`Tekenen kan hier niet (geen WebGL). Alles wat er te zien zou zijn staat in de tabel.`,drawingLabel:`Tekening van het netwerk. Pijltjes: naar een buur. Enter: open. P: vastzetten. Escape: loslaten.`,drawnTable:`Tabel van alles wat getekend is`,truncated:`Er is meer dan hier past: dit is het dichtstbijzijnde.`,selected:`Gekozen`,neighbours:e=>`${e} ${e===1?`buur`:`buren`}`,expand:`Voeg toe`,pin:`Zet vast`,unpin:`Maak los`,focus:`Alleen de omgeving hiervan`,remove:`Haal weg`,undo:`Ongedaan maken`,open:`Open de pagina`,savePicture:`Bewaar als PNG`,saveSvg:`Bewaar als SVG`,saveTable:`Bewaar als CSV`,zoomIn:`Groter`,zoomOut:`Kleiner`,zoomAll:`Alles in beeld`,emphasised:`De lijn is vet; de rest is vervaagd.`,layingOut:`De tekening wordt gelegd…`,facets:`Uitlichten`,from:`Van`,to:`Naar`,relation:`Relatie`,doneBy:`door`,because:`Reden`,becauseHint:`zonder namen van personen; de reden blijft bewaard`,save:`Bewaar`,saved:e=>`Bewaard, als verandering ${e}.`,savedNothing:`Er was niets te veranderen.`,undone:`Ongedaan gemaakt.`,undoBecause:e=>`Ongedaan gemaakt: ${e}`,undoByStewards:`Ongedaan maken kan een beheerder.`,openSaved:`Bekijk het resultaat`,mayNotWrite:`Inloggen is nodig om iets bij te houden. Wat u mag, volgt uit uw rol.`,explanation:`Waarom u niet meer ziet`,writeIntro:`Elke verandering heeft een reden, en kan ongedaan worden gemaakt.`,tasks:{person:`Een persoon toevoegen`,organisation:`Een organisatie toevoegen`,appoint:`Iemand benoemen op een zetel`,seat:`Een zetel openen`,end:`Iets beëindigen`,confirm:`Bevestigen`,meeting:`Een bijeenkomst vastleggen`,merge:`Twee samenvoegen`},fullName:`Naam`,worksAt:`Werkt bij`,jobTitle:`Functie`,themes:`Thema's, met komma's ertussen`,sinceDate:`Vanaf`,maybeKnown:`Bestaat deze al?`,maybeKnownHint:`Deze lijken erop. Kies er een om die te openen, of bewaar toch.`,isNew:`Nee, dit is een ander`,seat:`Zetel`,who:`Wie`,seatName:`Naam van de zetel`,covers:`Staat voor de gemeenten`,coversHint:`geen enkele: het hele gebied`,seatOrganisation:`Zetel van`,partOf:`Onderdeel van`,what:`Wat`,endOn:`Eerste dag dat het niet meer geldt`,endThis:`Beëindig`,confirmThis:`Klopt nog`,confirmIntro:`Daarmee bevestigt u dat dit vandaag nog klopt.`,meetingName:`Naam van de bijeenkomst`,meetingDate:`Datum`,attendance:`Aanwezigen`,attendanceHint:`plak de lijst: één naam per regel, met e-mailadres als dat er staat`,recognise:`Herken de namen`,recognised:`Wie is wie?`,leaveOut:`laat weg`,addNew:`nieuw toevoegen`,onTheList:`Op de lijst`,inTheNetwork:`In het netwerk`,keep:`Blijft`,absorb:`Gaat erin op`,mergeIntro:`Alles van de tweede gaat over naar de eerste. De tweede eindigt vandaag en blijft leesbaar.`,swap:`Wissel om`,required:`verplicht`,choose:`Kies…`,notAsked:`Wie nog niet antwoordde`,retention:`Contactgegevens over hun bewaartermijn`,confirmationStates:{NOT_SENT:`niet verstuurd`,REFUSED:`adres geweigerd`,ASKED:`gevraagd`,EXPIRED:`verlopen`,ANSWERED:`beantwoord`},askedOn:`Gevraagd op`,state:`Stand`,workIntro:`Wat er voor beheerders te doen is.`,stale:`Lang niet bevestigd`,doubles:`Misschien dubbel`,unsourced2:`Zonder bron`,forStewards:`Deze lijsten zijn voor beheerders.`,kinds:{PERSON:`persoon`,SCHOOL:`school`,SCHOOL_BOARD:`schoolbestuur`,CHILDCARE_PROVIDER:`kinderopvangorganisatie`,CHILDCARE_LOCATION:`kinderopvanglocatie`,MUNICIPALITY:`gemeente`,HEALTH_SERVICE:`gezondheidsdienst`,PARTNERSHIP:`samenwerkingsverband`,JOINT_ARRANGEMENT:`gemeenschappelijke regeling`,MINISTRY:`ministerie`,ASSOCIATION:`vereniging`,OTHER_ORGANISATION:`andere organisatie`,REGION:`regio`,SECTOR:`sector`,COALITION:`coalitie`,SEAT:`zetel`,PROGRAMME:`programma`,AGREEMENT:`afspraak`,MEETING:`bijeenkomst`,CHANNEL:`kanaal`,QUESTION:`vraagstuk`,RECOMMENDATION:`advies`,OBSERVATION:`meting`,ORGANISATION:`organisatie`,AREA:`gebied`},types:{WORKS_FOR:[`werkt voor`,`hier werken`],KNOWS:[`kent`,`kent`],HOLDS:[`bezet de zetel`,`bezet door`],SEAT_IN:[`zetel in`,`zetels`],SEAT_FOR:[`zetel van`,`zetels`],COVERS:[`staat voor`,`zetels voor`],PART_OF:[`onderdeel van`,`onderdelen`],LOCATED_IN:[`gevestigd in`,`hier gevestigd`],ACTIVE_IN:[`actief in`,`hier actief`],IN_SECTOR:[`sector`,`in deze sector`],PARTNER_IN:[`partner in`,`partners`],LEADS:[`trekt`,`kartrekkers`],FUNDS:[`financiert`,`gefinancierd door`],CARRIES_OUT:[`voert uit`,`uitgevoerd door`],RELATED_TO:[`raakt aan`,`raakt aan`],LINKED_TO:[`geborgd in`,`borgt`],ATTENDED:[`was bij`,`aanwezigen`],HELD_BY:[`van coalitie`,`bijeenkomsten`],PUBLISHES:[`geeft uit`,`uitgegeven door`],REACHES:[`bereikt`,`wordt bereikt door`],ASKS:[`vraagt`,`gevraagd door`],WORKS_ON:[`werkt aan`,`hieraan werken`],ADDRESSES:[`pakt op`,`opgepakt door`],RECOMMENDED_IN:[`advies uit`,`adviezen`],ENROLLED_IN:[`doet mee aan`,`doen mee`],LEARNED_FROM:[`leerde van`,`leerde aan`],OBSERVED_ON:[`gemeten bij`,`metingen`],SUCCEEDED_BY:[`opgevolgd door`,`komt na`]}},ht=fe({words:mt,language:`nl`});function gt(e){return(e.lang??navigator.language.slice(0,2))===`en`?`en`:`nl`}function _t(e){return e===`en`?pt:mt}function K(){return De(ht).words}function q(){let{language:e,words:t}=De(ht),n=e===`en`?`en-GB`:`nl-NL`;return{date:e=>e?new Intl.DateTimeFormat(n,{dateStyle:`medium`,timeZone:`UTC`}).format(new Date(e.slice(0,10))):t.unknown,number:e=>new Intl.NumberFormat(n).format(e),percent:e=>new Intl.NumberFormat(n,{style:`percent`,maximumFractionDigits:+(e<.1)}).format(e),points:e=>new Intl.NumberFormat(n,{maximumFractionDigits:1}).format(e)}}function vt(e,t){let n=t.kinds[e.kind];if(e.__typename===`Person`){let t=e.functions[0];return t?[t.title,t.organisation.name].filter(Boolean).join(`, `):n}return e.__typename===`Seat`?`${n}, ${e.coalition.name}`:`locatedIn`in e&&e.locatedIn.length?`${n}, ${e.locatedIn.map(e=>e.name).join(`, `)}`:`within`in e&&e.within.length?`${n}, ${e.within.map(e=>e.name).join(`, `)}`:n}var yt={person:{shape:`circle`,colour:`#0072b2`},organisation:{shape:`square`,colour:`#e69f00`},school:{shape:`triangle`,colour:`#56b4e9`},coalition:{shape:`diamond`,colour:`#cc79a7`},municipality:{shape:`hexagon`,colour:`#009e73`},other:{shape:`cross`,colour:`#8c8c8c`}},bt={PERSON:`person`,SCHOOL:`school`,COALITION:`coalition`,SEAT:`coalition`,MUNICIPALITY:`municipality`,REGION:`municipality`,SCHOOL_BOARD:`organisation`,CHILDCARE_PROVIDER:`organisation`,CHILDCARE_LOCATION:`organisation`,HEALTH_SERVICE:`organisation`,PARTNERSHIP:`organisation`,JOINT_ARRANGEMENT:`organisation`,MINISTRY:`organisation`,ASSOCIATION:`organisation`,OTHER_ORGANISATION:`organisation`};function xt(e){return bt[e]??`other`}var St={circle:`M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z`,square:`M2 2h12v12H2Z`,triangle:`M8 1.5 15 14H1Z`,diamond:`M8 .8 15.2 8 8 15.2.8 8Z`,hexagon:`M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8Z`,cross:`M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4Z`},Ct=0;Array.isArray;function J(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--Ct,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function wt({kind:e}){let{shape:t,colour:n}=yt[xt(e)];return J(`svg`,{class:`glyph`,viewBox:`-1 -1 18 18`,"aria-hidden":`true`,children:J(`path`,{d:St[t],fill:n})})}function Y({node:e}){let t=K();return J(`a`,{href:z(`node`,{id:e.id}),class:`node`,title:t.kinds[e.kind],children:[J(wt,{kind:e.kind}),e.name,J(`span`,{class:`unseen`,children:[` (`,t.kinds[e.kind],`)`]})]})}function X({nodes:e}){return J(`ul`,{class:`inline`,children:e.map(e=>J(`li`,{children:J(Y,{node:e})},e.id))})}var Tt=120;function Z(e){let{label:t,hint:n,name:r,kinds:i,on:a,value:o,required:s,onPick:c,onText:l,clear:u}=e,d=K(),f=Oe(),[p,m]=L(o??``),[h,g]=L(``),[_,v]=L(!1),[y,b]=L(-1),x=Dt(h),S=Te(null),C=U(it,p&&!h?{ids:[p],on:a}:null),w=U($e,_&&/[\p{L}\p{N}]/u.test(x)?{text:x,kinds:i,on:a}:null),T=_&&x?w.answer?.network.search?.edges.map(e=>e.node)??[]:[];R(()=>m(o??``),[o]),R(()=>{let e=C.answer?.network.nodes[0]?.name;e&&p&&g(e)},[C.answer]),R(()=>{S.current?.setCustomValidity(s&&!p?d.choose:``)},[p,s,d]);let E=e=>{m(e?.id??``),g(u||!e?``:e.name),v(!1),b(-1),c?.(e)};return J(`div`,{class:`picker`,children:[J(`label`,{for:f,class:e.hideLabel?`unseen`:void 0,children:[t,s&&J(Et,{})]}),J(`input`,{ref:S,id:f,type:`text`,role:`combobox`,autocomplete:`off`,"aria-autocomplete":`list`,"aria-expanded":_&&T.length>0,"aria-controls":`${f}-list`,"aria-activedescendant":y>=0?`${f}-${y}`:void 0,placeholder:n,value:h,onInput:e=>{g(e.currentTarget.value),v(!0),b(-1),p&&(m(``),c?.(null))},onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];t&&T.length?(e.preventDefault(),b((y+t+ +(y<0&&t<0)+T.length)%T.length)):e.key===`Escape`?v(!1):e.key===`Enter`&&_&&T[y]?(e.preventDefault(),E(T[y])):e.key===`Enter`&&l&&h.trim()?(e.preventDefault(),v(!1),l(h.trim())):e.key===`Enter`&&_&&T[0]&&!p&&(e.preventDefault(),E(T[0]))},onBlur:()=>setTimeout(()=>v(!1),150)}),r&&J(`input`,{type:`hidden`,name:r,value:p}),J(`ul`,{id:`${f}-list`,role:`listbox`,"aria-label":t,hidden:!_||!T.length,children:T.map((e,t)=>J(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===y,onMouseDown:t=>{t.preventDefault(),E(e)},children:[J(wt,{kind:e.kind}),J(`span`,{children:[e.name,` `,J(`small`,{children:vt(e,d)})]})]},e.id))}),J(`span`,{role:`status`,class:`unseen`,children:_&&x&&w.answer&&!w.waiting?T.length?d.chooseSuggestion(T.length):d.nothing:``})]})}function Et(){return J(`span`,{class:`required`,"aria-hidden":`true`,children:` *`})}function Dt(e){let[t,n]=L(e);return R(()=>{let t=setTimeout(()=>n(e.trim()),Tt);return()=>clearTimeout(t)},[e]),t}function Ot(e){let t={};for(let[n,r]of new FormData(e))typeof r==`string`&&(t[n]=t[n]?`${t[n]},${r.trim()}`:r.trim());return t}function kt(e){return t=>{t.preventDefault(),e(Ot(t.currentTarget))}}function At({label:e,hint:t,...n}){let r=Oe();return J(`div`,{children:[J(`label`,{for:r,children:[e,n.required&&J(Et,{})]}),J(`input`,{id:r,type:`text`,"aria-describedby":t?`${r}-hint`:void 0,...n}),t&&J(`small`,{id:`${r}-hint`,children:t})]})}function jt(){return new Intl.DateTimeFormat(`sv-SE`,{timeZone:`Europe/Amsterdam`}).format(new Date)}function Mt({at:e}){let t=K(),n=G(),r=Be(e),i=[`contacts`,`line`,`list`,`draw`];return ft(n)&&i.push(`write`),dt(n)&&i.push(`work`),J(`header`,{class:`top`,children:[J(`div`,{class:`bar`,children:[J(`a`,{class:`brand`,href:z(`home`),children:[J(`img`,{src:`explorer/icon.svg`,alt:``,width:`28`,height:`28`}),t.name]}),J(`div`,{role:`search`,class:`finder`,children:J(Z,{label:t.search,hint:t.searchHint,hideLabel:!0,clear:!0,on:e.on,onPick:e=>e&&V(z(`node`,{id:e.id})),onText:e=>V(z(`search`,{text:e}))})}),J(Pt,{}),J(`a`,{class:`language`,href:B({lang:t.otherLanguage===`English`?`en`:`nl`},e),lang:t.otherLanguage===`English`?`en`:`nl`,children:t.otherLanguage})]}),J(`div`,{class:`bar second`,children:[J(`nav`,{"aria-label":t.mainMenu,children:J(`ul`,{children:i.map(e=>J(`li`,{children:J(`a`,{href:z(e),"aria-current":e===r?`page`:void 0,children:t[e]})},e))})}),J(Nt,{at:e})]})]})}function Nt({at:e}){let t=K(),n=t=>n=>{let{value:r,validity:i}=n.currentTarget;!i.badInput&&(r===``||/^[12]\d{3}-/.test(r))&&V(B({[t]:r},e))};return J(`form`,{class:`dates`,onSubmit:kt(()=>void 0),children:[J(`label`,{children:[t.date,` `,J(`input`,{type:`date`,value:e.on??``,onChange:n(`on`),title:t.today})]}),J(`label`,{children:[t.compare,` `,J(`input`,{type:`date`,value:e.with??``,onChange:n(`with`)})]})]})}function Pt(){let e=K(),{viewer:t,signIn:n}=G();return t?t.role===`PUBLIC`&&!t.name?n?J(`a`,{class:`signing`,href:`sign-in?to=${encodeURIComponent(location.pathname+location.search)}`,children:e.signIn}):null:J(`span`,{class:`signing`,children:[e.signedInAs(t.name,e.roles[t.role]),t.explanation&&J(`details`,{children:[J(`summary`,{children:e.explanation}),J(`span`,{lang:`en`,children:t.explanation})]}),n&&J(`button`,{type:`button`,onClick:Ft,children:e.signOut})]}):null}async function Ft(){let{to:e}=await(await fetch(`sign-out`,{method:`POST`,headers:{Accept:`application/json`}})).json();location.assign(e??`.`)}function It(){return J(`footer`,{children:J(`a`,{href:`graphiql`,children:K().graphiql})})}function Lt({at:e,View:t}){let n=K(),r=q(),i=[e.on??jt(),e.with??jt()].sort();return J(C,{children:[J(`p`,{class:`comparing`,children:J(`a`,{href:B({with:null},e),children:n.stopComparing})}),J(`div`,{class:`two`,children:i.map((i,a)=>J(`section`,{"aria-label":n.onDate(r.date(i)),children:[J(`p`,{class:`onDate`,children:n.onDate(r.date(i))}),J(t,{at:e,on:i})]},a))})]})}var Rt=4e3;function Q({of:e,children:t}){return J(`div`,{"aria-busy":e.waiting,class:`answer`,children:[e.refusal&&J(Bt,{refusal:e.refusal,again:e.again}),e.waiting&&J(zt,{},`waiting`),e.answer!==void 0&&!e.refusal&&t(e.answer)]})}function zt(){let e=K(),[t,n]=L(!1);return R(()=>{let e=setTimeout(()=>n(!0),Rt);return()=>clearTimeout(e)},[]),J(`p`,{role:`status`,class:`waiting`,children:t?e.slow:e.waiting})}function Bt({refusal:e,again:t,kept:n}){let r=K(),i=e.code===`UNREACHABLE`,a=e.code!==`NOT_FOUND`&&!i;return J(`div`,{role:`alert`,class:`refused`,children:[J(`strong`,{children:[r.failed,`.`]}),` `,i?r.unreachable:r.codes[e.code]??e.code,a&&J(`span`,{lang:`en`,children:[` `,e.message,e.help&&` ${e.help}`]}),n&&J(`span`,{children:[` `,r.kept]}),t&&J(`button`,{type:`button`,onClick:t,children:r.again})]})}function Vt({contact:e,theme:t}){let n=K(),{viewer:r}=G(),i=Oe(),a=Ht(e,t,e.path?.people[0]?.name??r?.person?.name??``,n),[o,s]=L(null),[c,l]=L(!1);if(!a)return null;let u=o??a.text,d=()=>navigator.clipboard.writeText(u).then(()=>l(!0)),f=`mailto:${encodeURIComponent(a.to)}?subject=${encodeURIComponent(a.subject)}&body=${encodeURIComponent(u)}`;return J(`details`,{class:`draft`,children:[J(`summary`,{children:n.draftTo(a.name)}),J(`p`,{children:J(`strong`,{children:a.subject})}),J(`label`,{for:i,class:`unseen`,children:n.text}),J(`textarea`,{id:i,rows:9,value:u,onInput:e=>s(e.currentTarget.value)}),J(`p`,{class:`actions`,children:[J(`a`,{class:`button`,href:f,children:n.openMail}),J(`button`,{type:`button`,onClick:d,children:n.copy}),J(`span`,{role:`status`,children:c&&n.copied})]})]})}function Ht(e,t,n,r){let{person:i,path:a,organisation:o}=e,s=a&&a.length>1?a.people[1]:void 0;if(s&&i){let a=[e.function?.title,o.name].filter(Boolean).join(`, `),c=r.draftIntroduce({to:Ut(s.name),target:i.name,role:a,theme:t,me:n});return{to:s.email??``,name:s.name,subject:r.draftSubject(i.name),text:c}}let c=i?.email??e.mailbox;if(!c&&!i)return null;let l=i?.name??o.name;return{to:c??``,name:l,subject:r.draftDirectSubject(t),text:r.draftDirect({to:l,theme:t,me:n})}}function Ut(e){return e.split(` `)[0]??e}function Wt({line:e}){let t=q();return J(`div`,{class:`strip`,"aria-hidden":`true`,children:e.people.map((n,r)=>J(C,{children:[r>0&&J(`span`,{class:`shake`,children:t.percent(e.handshakes[r-1]?.strength??0)}),J(`span`,{class:`stop`,children:[J(wt,{kind:n.kind}),n.name]})]}))})}function Gt({line:e}){let t=K(),n=q();return e.length===0?J(`p`,{children:t.itIsYou}):J(`ol`,{class:`people`,children:e.people.map((r,i)=>J(`li`,{children:[J(Y,{node:r}),r.functions[0]&&J(`small`,{children:[` `,[r.functions[0].title,r.functions[0].organisation.name].filter(Boolean).join(`, `)]}),e.handshakes[i]&&J(`small`,{class:`reason`,children:[`↓ `,Kt(e.handshakes[i],t,n)]})]},r.id))})}function Kt(e,t,n){let r=e.reasons.map(({kind:e,context:n})=>n?`${t.handshakeReasons[e]} ${n.name}`:t.handshakeReasons[e]);return`${[...new Set(r)].join(`; `)} (${t.strength(n.percent(e.strength))})`}function qt({line:e}){let t=K(),n=q();return J(`span`,{children:[t.handshakes(e.length),`, `,t.strength(n.percent(e.strength))]})}function Jt(e){return U(Qe,{on:e})}function Yt(e){return $t(e?.network.sectors??[])}function Xt(e){let t=e?.network.municipalities;if(t&&t.totalCount>t.edges.length)return null;let n=new Map;for(let{node:e}of t?.edges??[]){n.set(e.id,e);for(let t of e.within){n.set(t.id,t);for(let e of t.within)n.has(e.id)||n.set(e.id,{...e,within:[]})}}return $t([...n.values()])}function Zt({choices:e,on:t,value:n,empty:r}){let i=K(),a=Xt(e);return a?J($,{label:i.area,name:`area`,choices:a,value:n,empty:r??i.any}):J(Z,{label:i.area,name:`area`,kinds:[`AREA`],on:t,value:n,hint:r??i.any})}function Qt(e){return(e?.network.coalitions?.edges??[]).map(({node:e})=>({...e,depth:0}))}function $t(e){let t=new Set(e.map(({id:e})=>e)),n=[...e].sort((e,t)=>e.name.localeCompare(t.name,`nl`)),r=[],i=new Set,a=(e,t)=>{if(!i.has(e.id)){i.add(e.id),r.push({id:e.id,name:e.name,depth:t});for(let r of n)r.within.some(({id:t})=>t===e.id)&&a(r,t+1)}};for(let e of n)e.within.some(({id:e})=>t.has(e))||a(e,0);for(let e of n)a(e,0);return r}function $({label:e,name:t,choices:n,value:r,empty:i,required:a,onChange:o}){let s=K(),c=Oe();return J(`div`,{children:[J(`label`,{for:c,children:e}),J(`select`,{id:c,name:t,required:a,value:r??``,onChange:e=>o?.(e.currentTarget.value),children:[i!==null&&J(`option`,{value:``,children:i??s.any}),n.map(e=>J(`option`,{value:e.id,selected:e.id===r,children:[`\xA0\xA0`.repeat(e.depth),e.name]},e.id))]},n.length)]})}function en(e){return Object.entries(e).map(([e,t])=>({id:e,name:t,depth:0}))}function tn({at:e,on:t}){let n=K(),{viewer:r}=G(),i=Jt(t).answer;return J(`form`,{class:`question`,onSubmit:kt(e=>V(z(`contacts`,e))),children:[J($,{label:n.sector,name:`sector`,choices:Yt(i),value:e.sector}),J(Zt,{choices:i,on:t,value:e.area}),J(At,{label:n.theme,name:`theme`,defaultValue:e.theme??``,placeholder:n.themeHint,maxLength:200}),J($,{label:n.mandate,name:`mandate`,choices:en(n.mandates),value:e.mandate}),J(Z,{label:n.me,hint:n.meHint,name:`from`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.from??r?.person?.id}),J(`button`,{type:`submit`,class:`main`,children:n.ask})]},`${e.theme??``}`)}function nn({at:e,on:t}){let n=K(),{viewer:r}=G(),i=e.from??r?.person?.id,a={sector:e.sector,area:e.area,theme:e.theme,mandate:e.mandate},o=U(nt,a.sector||a.area||a.theme||a.mandate?{need:a,from:i,on:t}:null);return J(C,{children:[J(`h1`,{children:n.contacts}),J(tn,{at:e,on:t}),J(Q,{of:o,children:({network:t})=>J(C,{children:[!i&&J(`p`,{class:`note`,children:n.noAsker}),t.contacts?.length?J(`ol`,{class:`contacts`,children:t.contacts.map((t,n)=>J(rn,{contact:t,theme:e.theme??``,from:i},t.person?.id??t.organisation.id+n))}):J(`p`,{children:n.noContacts})]})})]})}function rn({contact:e,theme:t,from:n}){let r=K(),{person:i,organisation:a,function:o,deputies:s,path:c}=e;return J(`li`,{class:`contact`,children:[J(`h2`,{children:i?J(Y,{node:i}):J(Y,{node:a})}),J(`p`,{class:`role`,children:[!i&&r.nobodyKnown,i&&o?.title&&`${o.title}, `,i&&J(Y,{node:a})]}),J(an,{contact:e}),s.length>0&&J(`p`,{children:[r.deputy,`: `,J(X,{nodes:s})]}),c?J(`div`,{class:`path`,children:[J(Wt,{line:c}),J(`details`,{children:[J(`summary`,{children:[r.lineTo,`: `,J(qt,{line:c})]}),J(Gt,{line:c}),i&&n&&J(`a`,{href:z(`line`,{to:i.id}),children:r.alternatives})]})]}):n&&i&&J(`p`,{class:`note`,children:r.noLine}),J(Vt,{contact:e,theme:t}),J(sn,{contact:e})]})}function an({contact:{person:e,mailbox:t,phone:n,organisation:r}}){let i=K(),a=t??r.mailbox,o=e?.phone??n;return J(`dl`,{class:`ways`,children:[e?.email&&J(on,{name:i.email,href:`mailto:${e.email}`,text:e.email}),a&&J(on,{name:i.mailbox,href:`mailto:${a}`,text:a}),o&&J(on,{name:i.phone,href:`tel:${o}`,text:o})]})}function on({name:e,href:t,text:n}){return J(`div`,{children:[J(`dt`,{children:e}),J(`dd`,{children:J(`a`,{href:t,children:n})})]})}function sn({contact:e}){let t=K(),n=q(),r=[`FUNCTION`,`THEME`,`SEAT`,`AREA`];return J(`details`,{children:[J(`summary`,{children:[t.why,`: `,t.points(n.points(e.score))]}),J(`ul`,{children:e.reasons.map((e,i)=>J(`li`,{children:[t.contactReasons[e.kind],r.includes(e.kind)&&`: ${e.text}`,` (`,n.points(e.points),`)`]},i))})]})}function cn({at:e,on:t}){let n=K(),r=U(tt,{on:t});return J(C,{children:[J(`h1`,{children:n.contacts}),J(`p`,{children:n.contactsIntro}),J(tn,{at:e,on:t}),J(Q,{of:r,children:({network:e})=>J(C,{children:[J(`h2`,{children:n.coalitions}),J(`ul`,{class:`cards`,children:e.coalitions?.edges.map(({node:e})=>J(`li`,{children:[J(Y,{node:e}),J(`small`,{children:[n.phases[e.phase],...e.area.map(e=>e.name)].join(` · `)}),e.representation&&e.representation.required>0?J(ln,{filled:e.representation.filled,required:e.representation.required}):J(`small`,{children:n.noRules})]},e.id))}),J(`h2`,{children:n.programmes}),J(X,{nodes:e.programmes?.edges.map(({node:e})=>e)??[]})]})})]})}function ln({filled:e,required:t}){let n=K();return J(`span`,{class:`filled`,children:[J(`progress`,{value:e,max:t,"aria-hidden":`true`}),n.seatsFilled(e,t)]})}var un=[2,3,4,5,6];function dn({at:e,on:t}){let n=K(),{viewer:r}=G(),i=e.from??r?.person?.id,a=e.to,o=e.toKind===`organisation`,s=U(rt,i&&a?{from:i,to:o?{organisation:a}:{person:a},order:e.order??`FEWEST`,most:Number(e.most??4),first:5,avoid:e.avoid?.split(`,`)??[],via:e.via??null,on:t}:null);return J(C,{children:[J(`h1`,{children:n.line}),J(`p`,{children:n.lineIntro}),J(`form`,{class:`question`,onSubmit:kt(e=>V(z(`line`,e))),children:[J(Z,{label:n.lineFrom,name:`from`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:i,required:!0}),J(fn,{at:e,on:t}),J(Z,{label:n.via,name:`via`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.via}),J(Z,{label:n.avoid,name:`avoid`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.avoid?.split(`,`)[0]}),J($,{label:n.order,name:`order`,choices:en(n.orders),value:e.order??`FEWEST`,empty:null}),J($,{label:n.mostHandshakes,name:`most`,choices:un.map(e=>({id:String(e),name:n.handshakes(e),depth:0})),value:e.most??`4`,empty:null}),J(`button`,{type:`submit`,class:`main`,children:n.findLine})]}),J(Q,{of:s,children:({network:{contactPaths:t}})=>t?.__typename===`ContactPaths`?J(pn,{lines:t.paths,at:e}):t?J(`div`,{class:`note`,role:`status`,children:[J(`p`,{children:n.noPath[t.reason]}),t.fewestHandshakes&&J(`p`,{children:J(`a`,{href:B({most:String(Math.min(6,t.fewestHandshakes))},e),children:n.handshakes(t.fewestHandshakes)})})]}):null})]})}function fn({at:e,on:t}){return J(C,{children:[J(Z,{label:K().lineTarget,name:`to`,kinds:[`PERSON`,`ORGANISATION`],on:t,value:e.to,required:!0,onPick:e=>{let t=document.querySelector(`input[name=toKind]`);t&&e&&(t.value=e.kind===`PERSON`?``:`organisation`)}}),J(`input`,{type:`hidden`,name:`toKind`,defaultValue:e.toKind??``})]})}function pn({lines:e,at:t}){let n=K(),[r,...i]=e;return r?J(C,{children:[J(mn,{line:r,at:t}),i.length>0&&J(`h2`,{children:n.alternatives}),i.map(e=>J(mn,{line:e,at:t},e.people.map(e=>e.id).join()))]}):J(`p`,{children:n.nothing})}function mn({line:e,at:t}){let n=K(),r=e.people.map(e=>e.id).join(`,`),i=t.avoid?`${t.avoid},`:``;return J(`article`,{class:`oneLine`,children:[J(`h3`,{children:J(qt,{line:e})}),J(Wt,{line:e}),J(Gt,{line:e}),J(`p`,{class:`actions`,children:[e.people.slice(1,-1).map(e=>J(C,{children:[J(`a`,{class:`button`,href:B({via:e.id},t),children:n.onlyVia(e.name)}),J(`a`,{class:`button`,href:B({avoid:i+e.id,via:null},t),children:n.notVia(e.name)})]})),J(`a`,{class:`button`,href:z(`draw`,{around:r,path:r}),children:n.drawLine})]})]})}function hn(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(t),n.download=e,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),1e3)}function gn(e){let t=e=>{let t=String(e??``);return`"${(/^[=+\-@\t\r]/.test(t)?`'${t}`:t).replaceAll(`"`,`""`)}"`};return new Blob([`﻿`,...e.map(e=>`${e.map(t).join(`,`)}\r\n`)],{type:`text/csv;charset=utf-8`})}function _n({at:e,on:t}){let n=K(),r=Jt(t).answer,i={sector:e.sector,area:e.area,coalition:e.coalition,text:e.text},a=U(at,{filter:i,on:t});return J(C,{children:[J(`h1`,{children:n.list}),J(`p`,{class:`unprinted`,children:n.listIntro}),J(`form`,{class:`question`,onSubmit:kt(e=>V(z(`list`,e))),children:[J($,{label:n.sector,name:`sector`,choices:Yt(r),value:e.sector,empty:n.all}),J(Zt,{choices:r,on:t,value:e.area,empty:n.all}),J($,{label:n.coalition,name:`coalition`,choices:Qt(r),value:e.coalition,empty:n.all}),J(At,{label:n.search,name:`text`,defaultValue:e.text??``,maxLength:200}),J(`button`,{type:`submit`,class:`main`,children:n.show})]},e.text??``),J(Q,{of:a,children:({network:e})=>J(vn,{network:e,filter:i,on:t},JSON.stringify([i,t]))})]})}function vn({network:e,filter:t,on:n}){let r=K(),i=q(),a=e.people,[o,s]=L([]),[c,l]=L(null);if(!a)return null;let u=[...a.edges.map(e=>e.node),...o],d=async()=>{let e=u,r=a,i=[...a.edges.map(e=>e.node)];for(;r.pageInfo.hasNextPage;){let a=(await Ge(at,{filter:t,on:n,after:r.pageInfo.endCursor})).network.people;if(!a)return e;i.push(...a.edges.map(e=>e.node)),r=a}return s(i.slice(a.edges.length)),i},f=e=>()=>d().then(e,l);return J(C,{children:[J(`p`,{class:`actions`,children:[J(`span`,{role:`status`,children:u.length<a.totalCount?r.showingFirst(u.length,a.totalCount):r.found(a.totalCount)}),u.length<a.totalCount&&J(`button`,{type:`button`,onClick:f(()=>void 0),children:r.more}),J(`button`,{type:`button`,onClick:f(()=>setTimeout(print,50)),children:r.print}),J(`button`,{type:`button`,onClick:f(t=>hn(`${r.list} ${e.asOf}.csv`,gn(bn(t,r)))),children:r.spreadsheet})]}),c&&J(Bt,{refusal:c}),J(`p`,{class:`printed`,children:r.onDate(i.date(e.asOf))}),J(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":r.list,children:J(`table`,{class:`who`,children:[J(`thead`,{children:J(`tr`,{children:[J(`th`,{scope:`col`,children:r.person}),J(`th`,{scope:`col`,children:r.functions}),J(`th`,{scope:`col`,children:r.seats}),J(`th`,{scope:`col`,children:r.reach})]})}),J(`tbody`,{children:u.map(e=>J(yn,{person:e},e.id))})]})})]})}function yn({person:e}){return J(`tr`,{children:[J(`th`,{scope:`row`,children:J(Y,{node:e})}),J(`td`,{children:e.functions.map((e,t)=>J(`div`,{children:[e.title&&`${e.title}, `,J(Y,{node:e.organisation})]},t))}),J(`td`,{children:e.holdings.map(({seat:e})=>J(`div`,{children:J(`a`,{href:z(`node`,{id:e.id}),children:e.name})},e.id))}),J(`td`,{children:[e.email&&J(`div`,{children:J(`a`,{href:`mailto:${e.email}`,children:e.email})}),e.phone&&J(`div`,{children:e.phone}),[...new Set(e.functions.map(e=>e.organisation.mailbox).filter(Boolean))].map(e=>J(`div`,{children:e},e))]})]})}function bn(e,t){return[[t.person,t.jobTitle,t.organisation,t.themes,t.seats,t.email,t.phone,t.mailbox],...e.flatMap(e=>{let t=e.holdings.map(({seat:e})=>`${e.name} (${e.coalition.name})`).join(`; `);return(e.functions.length?e.functions:[null]).map(n=>[e.name,n?.title,n?.organisation.name,n?.themes.join(`; `),t,e.email,e.phone,n?.organisation.mailbox])})]}function xn({node:e}){let t=K(),n=q();return J(`dl`,{class:`facts`,children:[...Sn(e,t,n),...Cn(e,t,n)].filter(([,e])=>e!=null&&e!==``).map(([e,t])=>J(`div`,{children:[J(`dt`,{children:e}),J(`dd`,{children:t})]},e))})}function Sn(e,t,n){return[[En(t.since),e.since&&n.date(e.since)],[En(t.until),e.until&&n.date(e.until)]]}function Cn(e,t,n){switch(e.__typename){case`Person`:return[[t.email,e.email&&J(`a`,{href:`mailto:${e.email}`,children:e.email})],[t.phone,e.phone&&J(`a`,{href:`tel:${e.phone}`,children:e.phone})],[t.introducible,e.introducible===null||e.introducible===void 0?null:e.introducible?t.yes:t.no],[t.purpose,e.contactPurpose],[t.retainUntil,e.retainUntil&&n.date(e.retainUntil)]];case`Coalition`:return[[t.ambition,e.ambition],[t.phase,t.phases[e.phase]],[t.inArea,e.area.length?J(X,{nodes:e.area}):null],[t.leads,e.leads.length?J(X,{nodes:e.leads}):null]];case`Seat`:return[[t.state,t.states[e.state]],[t.holder,e.holdings.length?J(X,{nodes:e.holdings.map(e=>e.person)}):null],[t.mandate,t.mandates[e.mandate]],[t.sector,J(Y,{node:e.sector})],[t.coalition,J(Y,{node:e.coalition})],[t.seatOrganisation,e.organisation&&J(Y,{node:e.organisation})],[t.covers,e.covers.length?J(X,{nodes:e.covers}):t.wholeArea]];case`Programme`:return[[t.description,e.programmeDescription],[t.types.ENROLLED_IN[1]??``,e.enrolments.length?J(`ul`,{children:e.enrolments.map(e=>J(`li`,{children:[J(Y,{node:e.area}),` `,e.stage]},e.id))}):null]];case`Agreement`:return[[t.form,e.form],[t.description,e.agreementDescription],[t.embeddedIn,e.embeddedIn]];case`Meeting`:return[[t.meetingDate,e.date&&n.date(e.date)]];case`Question`:return[[t.description,e.questionDescription]];case`Recommendation`:return[[t.number,e.number],[t.description,e.recommendationDescription]];case`Observation`:return[[t.indicator,e.indicator],[t.value,e.value===null||e.value===void 0?null:`${n.number(e.value)} ${e.unit??``}`],[t.meetingDate,e.observedDate&&n.date(e.observedDate)]];case`Channel`:return[[t.form,e.channelForm]];case`Sector`:return[[t.weighs,e.weighs.toLowerCase()]];case`Region`:return[[t.municipalities,J(X,{nodes:e.municipalities})]];default:return[...wn(e,t),...Tn(e,t,n)]}}function wn(e,t){let n=e.website&&(/^https?:\/\//.test(e.website)?e.website:`https://${e.website}`);return[[t.mailbox,e.mailbox&&J(`a`,{href:`mailto:${e.mailbox}`,children:e.mailbox})],[t.phone,e.organisationPhone&&J(`a`,{href:`tel:${e.organisationPhone}`,children:e.organisationPhone})],[t.website,n&&J(`a`,{href:n,rel:`noreferrer`,target:`_blank`,children:e.website})],[t.address,[e.street,[e.postcode,e.town].filter(Boolean).join(` `)].filter(Boolean).join(`, `)],[t.registerCodes,e.codes.map(({system:e,code:t})=>`${e.replace(`_`,` `)} ${t}`).join(`, `)]]}function Tn(e,t,n){if(e.__typename===`School`)return[[t.educationTypes,e.educationTypes.join(`, `)],[t.pupilsByYear,e.pupils.map(({year:e,count:t})=>`${e}: ${n.number(t)}`).join(` · `)]];let r=e=>e==null?null:n.number(e);return e.__typename===`ChildcareLocation`?[[t.childcarePlaces,r(e.places)]]:e.__typename===`Municipality`?[[t.inhabitants,r(e.inhabitants)],[t.childrenBelow16,r(e.children)]]:[]}function En(e){return e.charAt(0).toUpperCase()+e.slice(1)}function Dn({id:e,at:t,on:n}){let r=K(),i=U(lt,{id:e,on:n});return J(`section`,{children:[J(`h2`,{children:r.delegation}),J(Q,{of:i,children:({network:{representation:n}})=>n?.cells.length?J(C,{children:[J(`p`,{children:J(ln,{filled:n.filled,required:n.required})}),J(On,{cells:n.cells,at:t}),J(Mn,{representation:n,coalition:e,at:t})]}):J(`p`,{children:r.noRules})})]})}function On({cells:e,at:t}){let n=K(),r=kn(e),i=[...new Map(e.flatMap(e=>e.municipality?[[e.municipality.id,e.municipality]]:[])).values()];return J(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":n.delegation,children:J(`table`,{class:`delegation`,children:[J(`caption`,{children:n.delegationCaption}),J(`thead`,{children:J(`tr`,{children:[J(`th`,{scope:`col`,children:n.rule}),i.length?i.map(e=>J(`th`,{scope:`col`,children:J(`a`,{href:z(`node`,{id:e.id}),children:e.name})},e.id)):J(`th`,{scope:`col`,children:n.wholeArea})]})}),J(`tbody`,{children:r.map(e=>J(`tr`,{children:[J(`th`,{scope:`row`,children:[An(e.rule),J(`small`,{children:n.atLeast(e.rule.minimum,n.mandates[e.rule.mandate])})]}),e.rule.per===`COALITION`?e.cells.map(e=>J(jn,{cell:e,at:t,span:Math.max(1,i.length)},e.id)):i.map(({id:n})=>{let r=e.cells.find(e=>e.municipality?.id===n);return r?J(jn,{cell:r,at:t,span:1},n):J(`td`,{},n)})]},e.key))})]})})}function kn(e){let t=[];for(let n of e){let e=JSON.stringify([n.rule.sectors.map(({id:e})=>e),n.rule.minimum,n.rule.per,n.rule.mandate]),r=t.find(t=>t.key===e&&!t.cells.some(e=>e.municipality?.id===n.municipality?.id));r?r.cells.push(n):t.push({key:t.some(t=>t.key===e)?`${e}${t.length}`:e,rule:n.rule,cells:[n]})}return t}function An(e){return e.sectors.map(({name:e})=>e).join(` / `)}function jn({cell:e,at:t,span:n}){let r=K(),i=t.cell===e.id;return J(`td`,{colSpan:n,class:`cell ${e.state}`,children:J(`a`,{href:B({cell:i?null:e.id},t),"aria-current":i?`true`:void 0,children:[r.states[e.state],e.rule.minimum>1&&J(`small`,{children:r.of(e.filled,e.rule.minimum)}),J(`span`,{class:`unseen`,children:[`: `,An(e.rule),`, `,e.municipality?.name??r.wholeArea]})]})})}function Mn({representation:e,coalition:t,at:n}){let r=K(),i=e.cells.find(e=>e.id===n.cell),a=e.gaps.filter(e=>!i||e.cell.id===i.id);return J(C,{children:[i&&J(Nn,{cell:i}),J(`h2`,{children:r.gaps}),i&&J(`p`,{children:J(`a`,{href:B({cell:null},n),children:r.showAllGaps})}),e.gaps.length===0&&J(`p`,{children:r.noGaps}),J(`ol`,{class:`gaps`,children:a.map(e=>J(Pn,{gap:e,coalition:t},e.cell.id))})]})}function Nn({cell:e}){let t=K();return J(`section`,{class:`chosen`,"aria-live":`polite`,children:[J(`h3`,{children:[An(e.rule),`, `,e.municipality?.name??t.wholeArea,`: `,t.states[e.state]]}),J(`ul`,{children:[e.seats.map(e=>J(`li`,{children:[J(Y,{node:e}),`: `,t.states[e.state],`, `,t.mandates[e.mandate],` `,e.holdings.map(({id:e,person:t})=>J(Y,{node:t},e))]},e.id)),e.seats.length===0&&J(`li`,{children:t.states.NO_SEAT})]})]})}function Pn({gap:e,coalition:t}){let n=K(),r=q(),{cell:i}=e;return J(`li`,{class:`gap`,children:[J(`h3`,{children:[An(i.rule),`, `,i.municipality?.name??n.wholeArea,` `,J(`span`,{class:`state ${i.state}`,children:n.states[i.state]})]}),J(`p`,{children:[n.weight,`: `,In(e,n,r)]}),J(`h4`,{children:n.candidates}),e.candidates.length===0&&J(`p`,{children:n.noCandidates}),J(`ul`,{class:`ties`,children:e.candidates.map(n=>J(Fn,{candidate:n,gap:e,coalition:t},n.person.id))})]})}function Fn({candidate:e,gap:t,coalition:n}){let r=K(),i=G(),a=e.function,o=t.cell.seats.find(e=>!e.until&&(e.state===`VACANT`||e.state===`EXPIRED`)),s=[a&&[a.title,a.organisation.name].filter(Boolean).join(`, `),e.handshakes===null||e.handshakes===void 0?r.candidateFar:r.nearMember(e.handshakes),r.seatsHeld(e.seatsHeld)],c=e.path?.people.slice(0,-1).map(({name:e})=>e),l=o?z(`write`,{do:`appoint`,seat:o.id,person:e.person.id}):z(`write`,{do:`seat`,coalition:n,sector:t.cell.rule.sectors[0]?.id,covers:t.cell.municipality?.id,mandate:t.cell.rule.mandate,organisation:a?.organisation.id,person:e.person.id});return J(`li`,{children:[J(Y,{node:e.person}),` `,J(`small`,{children:s.filter(Boolean).join(` · `)}),c&&c.length>0&&J(`small`,{children:[` (`,r.via.toLowerCase(),` `,c.join(` – `),`)`]}),ft(i)&&J(`span`,{class:`deeds unprinted`,children:J(`a`,{href:l,"aria-label":`${o?r.appointHere:r.openSeatHere}: ${e.person.name}`,children:o?r.appointHere:r.openSeatHere})})]})}function In({weight:e},t,n){let r=[Ln(e.pupils,t.pupils,n),Ln(e.places,t.places,n),Ln(e.children,t.children,n)].filter(Boolean);if(!r.length)return t.weightUnknown;let i=e.share===null||e.share===void 0?``:` (${t.share(n.percent(e.share))})`;return r.join(`, `)+i}function Ln(e,t,n){return e==null?``:t(n.number(e))}function Rn({at:e,on:t}){let n=e.id??``;return J(Q,{of:U(ot,n?{id:n,on:t}:null),children:({network:n})=>n.node?J(zn,{node:n.node,at:e,on:t},n.node.id):null})}function zn({node:e,at:t,on:n}){let r=K();return J(`article`,{children:[J(`p`,{class:`kind`,children:[J(wt,{kind:e.kind}),` `,r.kinds[e.kind]]}),J(`h1`,{children:e.name}),J(Bn,{node:e}),J(xn,{node:e}),e.__typename===`Coalition`&&J(Dn,{id:e.id,at:t,on:n}),e.__typename===`Person`&&J(Vn,{node:e}),J(Hn,{node:e,on:n}),J(Kn,{node:e,on:n})]})}function Bn({node:e}){let t=K(),n=G(),r=e.__typename===`Person`,i=`mailbox`in e;return J(`p`,{class:`actions unprinted`,children:[J(`a`,{class:`button`,href:z(`draw`,{around:e.id}),children:t.drawThis}),(r||i)&&J(`a`,{class:`button`,href:z(`line`,{to:e.id,toKind:r?null:`organisation`}),children:t.lineHere}),e.__typename===`Coalition`&&J(`a`,{class:`button`,href:z(`list`,{coalition:e.id}),children:t.list}),ft(n)&&J(C,{children:[e.__typename===`Seat`&&J(`a`,{class:`button`,href:z(`write`,{do:`appoint`,seat:e.id}),children:t.appointHere}),e.__typename===`Coalition`&&J(C,{children:[J(`a`,{class:`button`,href:z(`write`,{do:`seat`,coalition:e.id}),children:t.openSeatHere}),J(`a`,{class:`button`,href:z(`write`,{do:`meeting`,coalition:e.id}),children:t.tasks.meeting})]}),J(`a`,{class:`button`,href:z(`write`,{do:`confirm`,what:e.id}),children:t.confirmThis}),dt(n)&&J(C,{children:[J(`a`,{class:`button`,href:z(`write`,{do:`end`,what:e.id}),children:t.endThis}),J(`a`,{class:`button`,href:z(`write`,{do:`merge`,keep:e.id}),children:t.tasks.merge})]})]})]})}function Vn({node:e}){let t=K(),n=q();return e.handshakes?.edges.length?J(`section`,{children:[J(`h2`,{children:t.nearestPeople}),J(`ul`,{class:`ties`,children:e.handshakes.edges.slice(0,8).map(({node:r})=>{let i=r.to.id===e.id?r.from:r.to;return J(`li`,{children:[J(Y,{node:i}),` `,J(`small`,{children:Kt(r,t,n)})]},i.id)})})]}):null}function Hn({node:e,on:t}){let n=K(),r=e.relations,[i,a]=L([]),[o,s]=L(r?.pageInfo.hasNextPage?r.pageInfo.endCursor:null),c=G(),[l,u]=L(!1);if(!r?.edges.length)return null;let d=[...r.edges.map(e=>e.node),...i];return J(`section`,{children:[J(`div`,{class:`headed`,children:[J(`h2`,{children:n.relations}),ft(c)&&J(`button`,{type:`button`,class:`unprinted`,"aria-pressed":l,onClick:()=>u(!l),children:n.write})]}),Un(e.id,d,(e,t)=>n.types[e][t]??e).map(({title:e,ties:t})=>J(`section`,{class:`group`,children:[J(`h3`,{children:[e,` `,J(`small`,{children:[`(`,t.length,`)`]})]}),J(`ul`,{class:`ties`,children:t.map(({tie:e,other:t})=>J(Gn,{tie:e,other:t,keeping:l},e.id))})]},e)),o&&J(`p`,{children:[n.of(d.length,r.totalCount),` `,J(`button`,{type:`button`,onClick:async()=>{let n=(await Ge(st,{id:e.id,on:t,after:o})).network.node?.relations;a([...i,...n?.edges.map(e=>e.node)??[]]),s(n?.pageInfo.hasNextPage?n.pageInfo.endCursor:null)},children:n.more})]})]})}function Un(e,t,n){let r=new Map;for(let i of t){let t=i.from.id===e,a=n(i.type,+!t),o=r.get(a)??{title:a,ties:[]};o.ties.push({tie:i,other:t?i.to:i.from}),r.set(a,o)}return[...r.values()]}var Wn=[`title`,`themes`,`strength`,`stage`,`adopted`];function Gn({tie:e,other:t,keeping:n}){let r=K(),i=q(),a=Wn.map(t=>e.properties[t]).flat().filter(Boolean).join(`, `),o=[e.since&&`${r.since} ${i.date(e.since)}`,e.until&&`${r.until} ${i.date(e.until)}`],s=`${a||r.types[e.type][0]}: ${t.name}`;return J(`li`,{children:[J(Y,{node:t}),` `,J(`small`,{children:[a,...o,e.confirmedAt&&`${r.confirmed} ${i.date(e.confirmedAt)}`].filter(Boolean).join(` · `)}),n&&J(`span`,{class:`deeds unprinted`,children:[J(`a`,{href:z(`write`,{do:`confirm`,what:e.id,named:s}),"aria-label":`${r.confirmThis}: ${s}`,children:r.confirmThis}),J(`a`,{href:z(`write`,{do:`end`,what:e.id,named:s}),"aria-label":`${r.endThis}: ${s}`,children:r.endThis})]})]})}function Kn({node:e,on:t}){let n=K(),r=q(),[i,a]=L(!1),o=U(ct,i?{id:e.id,on:t}:null);return J(`section`,{class:`around`,children:[e.predecessors.length>0&&J(`p`,{children:[n.before,`: `,J(X,{nodes:e.predecessors})]}),e.successors.length>0&&J(`p`,{children:[n.after,`: `,J(X,{nodes:e.successors})]}),J(`h2`,{children:n.sources}),J(`p`,{children:e.confirmedAt?`${n.confirmed} ${r.date(e.confirmedAt)}`:n.neverConfirmed}),e.sources.length?J(`ul`,{children:e.sources.map((e,t)=>J(`li`,{children:[e.url&&/^https?:/.test(e.url)?J(`a`,{href:e.url,rel:`noreferrer`,target:`_blank`,children:e.title}):e.title,e.retrieved&&` (${r.date(e.retrieved)})`]},t))}):J(`p`,{children:n.unsourced}),J(`details`,{onToggle:e=>a(e.currentTarget.open),class:`unprinted`,children:[J(`summary`,{children:n.showHistory}),J(Q,{of:o,children:({network:e})=>J(`ol`,{class:`history`,children:e.node?.history?.map(e=>J(`li`,{children:[r.date(e.at),`: `,e.because,` `,e.by&&`(${n.doneBy} ${e.by})`]},e.version))})})]})]})}function qn({at:e,on:t}){let n=K(),r=Jt(t).answer,{text:i=``,kind:a,sector:o,area:s,after:c}=e,l=U(et,i?{text:i,kinds:a?[a]:null,sector:o,area:s,on:t,after:c}:null);return J(C,{children:[J(`h1`,{children:n.search}),J(`form`,{class:`question`,onSubmit:kt(e=>V(z(`search`,e))),children:[J(At,{label:n.text,name:`text`,defaultValue:i,placeholder:n.searchHint,required:!0,maxLength:200}),J($,{label:n.kind,name:`kind`,choices:en(n.kinds),value:a,empty:n.all}),J($,{label:n.sector,name:`sector`,choices:Yt(r),value:o,empty:n.all}),J(Zt,{choices:r,on:t,value:s,empty:n.all}),J(`button`,{type:`submit`,class:`main`,children:n.search})]},i),J(Q,{of:l,children:({network:{search:t}})=>J(C,{children:[J(`p`,{role:`status`,children:t?.totalCount?n.found(t.totalCount):n.nothing}),J(`ul`,{class:`results`,children:t?.edges.map(({node:e})=>J(`li`,{children:[J(Y,{node:e}),` `,J(`small`,{children:vt(e,n)})]},e.id))}),t?.pageInfo.hasNextPage&&J(`a`,{href:B({after:t.pageInfo.endCursor},e),children:n.more})]})})]})}function Jn(){return null}function Yn(){return null}function Xn(){return null}var Zn={home:cn,search:qn,contacts:nn,line:dn,node:Rn,list:_n,draw:Xn,work:Jn,write:Yn};function Qn(){let e=Ve(),t=gt(e),n=_t(t),r=U(Ze,{}),i=tr(),a=Be(e);er(`${a} ${e.id??``}`),R(()=>{document.documentElement.lang=t},[t]),R(()=>{document.title=a===`home`?n.name:`${n[a===`node`?`details`:a]} · ${n.name}`},[a,n]);let o={viewer:r.answer?.viewer,version:r.answer?.network.version,signIn:i};return J(ht.Provider,{value:{words:n,language:t},children:J(ut.Provider,{value:o,children:[J(`a`,{class:`skip`,href:`#main`,children:n.skip}),J(Mt,{at:e}),J(`main`,{id:`main`,tabIndex:-1,class:`view-${a}`,children:[r.refusal&&r.refusal.code===`UNAUTHENTICATED`&&J(Bt,{refusal:r.refusal,again:r.again}),J($n,{at:e})]}),J(It,{})]})})}function $n({at:e}){let t=Zn[Be(e)],n=[`node`,`contacts`,`list`,`home`,`line`].includes(Be(e));return!e.with||!n?J(t,{at:e,on:e.on}):J(Lt,{at:e,View:t})}function er(e){let t=Te(e);R(()=>{t.current!==e&&(t.current=e,window.scrollTo(0,0),document.getElementById(`main`)?.focus({preventScroll:!0}))},[e])}function tr(){let[e,t]=L(!1);return R(()=>{fetch(`explorer/service.json`).then(e=>e.json()).then(e=>t(e.signIn),()=>void 0)},[]),e}document.addEventListener(`click`,He);var nr=document.getElementById(`page`);nr&&(nr.replaceChildren(),de(J(Qn,{}),nr));