var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h={},g=[],_=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,v=Array.isArray;function y(e,t){for(var n in t)e[n]=t[n];return e}function b(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function x(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return S(t,s,i,a,null)}function S(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function C(e){return e.children}function ee(e,t){this.props=e,this.context=t}function w(e,t){if(t==null)return e.__?w(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?w(e):null}function T(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=y({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),se(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??w(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,le(i,o,a),n.__e=n.__=null,o.__e!=r&&E(o)}}function E(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),E(e)}function D(e){(!e.__d&&(e.__d=!0)&&r.push(e)&&!O.__r++||i!=t.debounceRendering)&&((i=t.debounceRendering)||a)(O)}function O(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,T(e)}finally{r.length=O.__r=0}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,_,v,y=r&&r.__k||g,b=t.length;for(c=ne(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||h,p.__i=d,v=se(e,p,f,i,a,o,s,c,l,u),m=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&fe(f.ref,null,p),u.push(p.ref,p.__c||m,p)),_==null&&m!=null&&(_=m),4&p.__u?(c=re(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:m&&(c=m.nextSibling),p.__u&=-7);return n.__e=_,c}function ne(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=S(null,o,null,null,null):v(o)?o=e.__k[a]=S(C,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=S(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=ie(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=w(s)),pe(s,s));return r}function re(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=re(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=w(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function ie(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function ae(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||_.test(t)?n:n+`px`}function k(e,t,n,r,i){var a,o;n:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ae(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||ae(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(u,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[l]=r[l]:(n[l]=d,e.addEventListener(t,a?p:f,a)):e.removeEventListener(t,a?p:f,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break n}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function oe(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[c]==null)n[c]=d++;else if(n[c]<r[l])return;return r(t.event?t.event(n):n)}}}function se(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,_,x,S,T,E,D,O,ne,re,ie,ae,k=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);n:if(typeof k==`function`){f=s.length;try{if(T=n.props,E=k.prototype&&k.prototype.render,D=(d=k.contextType)&&i[d.__c],O=d?D?D.props.value:d.__:i,r.__c?S=(p=n.__c=r.__c).__=p.__E:(E?n.__c=p=new k(T,O):(n.__c=p=new ee(T,O),p.constructor=k,p.render=me),D&&D.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),E&&p.__s==null&&(p.__s=p.state),E&&k.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=y({},p.__s)),y(p.__s,k.getDerivedStateFromProps(T,p.__s))),h=p.props,_=p.state,p.__v=n,m)E&&k.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),E&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(E&&k.getDerivedStateFromProps==null&&T!==h&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(T,O),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(T,p.__s,O)){n.__v!=r.__v&&(p.props=T,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),g.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=w(r);break n}p.componentWillUpdate!=null&&p.componentWillUpdate(T,p.__s,O),E&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(h,_,x)})}if(p.context=O,p.props=T,p.__P=e,p.__e=!1,ne=t.__r,re=0,E)p.state=p.__s,p.__d=!1,ne&&ne(n),d=p.render(p.props,p.state,p.context),g.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,ne&&ne(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++re<25);p.state=p.__s,p.getChildContext!=null&&(i=y(y({},i),p.getChildContext())),E&&!m&&p.getSnapshotBeforeUpdate!=null&&(x=p.getSnapshotBeforeUpdate(h,_)),ie=d!=null&&d.type===C&&d.key==null?ue(d.props.children):d,c=te(e,v(ie)?ie:[ie],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),S&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(ae=o.length;ae--;)b(o[ae])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||ce(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=de(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function ce(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(ce))}function le(e,n,r){for(var i=0;i<r.length;i++)fe(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function ue(e){return typeof e!=`object`||!e||e.__b>0?e:v(e)?e.map(ue):e.constructor===void 0?y({},e):null}function de(n,r,i,a,o,s,c,l,u){var d,f,p,m,g,_,y,x=i.props||h,S=r.props,C=r.type;if(C==`svg`?o=`http://www.w3.org/2000/svg`:C==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((g=s[d])&&`setAttribute`in g==!!C&&(C?g.localName==C:g.nodeType==3)){n=g,s[d]=null;break}}if(n==null){if(C==null)return document.createTextNode(S);n=document.createElementNS(o,C,S.is&&S),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(C==null)x===S||l&&n.data==S||(n.data=S);else{if(s=C==`textarea`&&S.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(x={},d=0;d<n.attributes.length;d++)x[(g=n.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||k(n,d,null,g,o);for(d in S)g=S[d],d==`children`?m=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?_=g:d==`checked`?y=g:l&&typeof g!=`function`||x[d]===g||k(n,d,g,x[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),te(r.type==`template`?n.content:n,v(m)?m:[m],r,i,a,C==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&w(i,0),l,u),s!=null)for(d=s.length;d--;)b(s[d]);l&&C!=`textarea`||(d=`value`,C==`progress`&&_==null?n.removeAttribute(`value`):_!=null&&(_!==n[d]||C==`progress`&&!_||C==`option`&&_!=x[d])&&k(n,d,_,x[d],o),d=`checked`,y!=null&&y!=n[d]&&k(n,d,y,x[d],o))}return n}function fe(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function pe(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||fe(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&pe(i[a],n,r||typeof e.type!=`function`);r||b(e.__e),e.__c=e.__=e.__e=void 0}function me(e,t,n){return this.constructor(e,n)}function he(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],se(r,n=(!a&&i||r).__k=x(C,null,[n]),o||h,h,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),le(s,n,c),n.props.children=null}function ge(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.componentWillUnmount=function(){n=null},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__e=!0,D(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n&&n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+m++,t.__=e,t.Provider=t.__l=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e=g.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,ee.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=y({},this.state);typeof e==`function`&&(e=e(y({},n),this.props)),e&&y(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),D(this))},ee.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),D(this))},ee.prototype.render=C,r=[],a=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,o=function(e,t){return e.__v.__b-t.__v.__b},O.__r=0,s=Math.random().toString(8),c=`__d`+s,l=`__a`+s,u=/(PointerCapture)$|Capture$/i,d=0,f=oe(!1),p=oe(!0),m=0;var _e,A,ve,ye,be=0,xe=[],j=t,Se=j.__b,Ce=j.__r,we=j.diffed,Te=j.__c,Ee=j.unmount,De=j.__;function Oe(e,t){j.__h&&j.__h(A,e,be||t),be=0;var n=A.__H||(A.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function M(e){return be=1,ke(ze,e)}function ke(e,t,n){var r=Oe(_e++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):ze(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=A,!A.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};A.__f=!0;var a=A.shouldComponentUpdate,o=A.componentWillUpdate;A.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},A.shouldComponentUpdate=i}return r.__N||r.__}function N(e,t){var n=Oe(_e++,3);!j.__s&&Re(n.__H,t)&&(n.__=e,n.u=t,A.__H.__h.push(n))}function P(e){return be=5,Ae(function(){return{current:e}},[])}function Ae(e,t){var n=Oe(_e++,7);return Re(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function je(e){var t=A.context[e.__c],n=Oe(_e++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(A)),t.props.value):e.__}function Me(){var e=Oe(_e++,11);if(!e.__){for(var t=A.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ne(){for(var e;e=xe.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ie),t.__h.some(Le),t.__h=[]}catch(n){t.__h=[],j.__e(n,e.__v)}}}j.__b=function(e){A=null,Se&&Se(e)},j.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),De&&De(e,t)},j.__r=function(e){Ce&&Ce(e),_e=0;var t=(A=e.__c).__H;t&&(ve===A?(t.__h=[],A.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Ie),t.__h.some(Le),t.__h=[],_e=0)),ve=A},j.diffed=function(e){we&&we(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(xe.push(t)!==1&&ye===j.requestAnimationFrame||((ye=j.requestAnimationFrame)||Fe)(Ne)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),ve=A=null},j.__c=function(e,t){t.some(function(e){try{e.__h.some(Ie),e.__h=e.__h.filter(function(e){return!e.__||Le(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],j.__e(n,e.__v)}}),Te&&Te(e,t)},j.unmount=function(e){Ee&&Ee(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Ie(e)}catch(e){t=e}}),n.__H=void 0,t&&j.__e(t,n.__v))};var Pe=typeof requestAnimationFrame==`function`;function Fe(e){var t,n=function(){clearTimeout(r),Pe&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Pe&&(t=requestAnimationFrame(n))}function Ie(e){var t=A,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),A=t}function Le(e){var t=A;e.__c=e.__(),A=t}function Re(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function ze(e,t){return typeof t==`function`?t(e):t}var Be=[`on`,`with`,`lang`,`from`],Ve=[`home`,`search`,`contacts`,`line`,`node`,`list`,`draw`,`work`,`write`],He=`korte-lijnen-moved`;function Ue(){return Object.fromEntries(new URLSearchParams(location.search))}function We(e){return Ve.find(t=>t===e.view)??`home`}function F(e,t={},n=Ue()){return qe({...Object.fromEntries(Be.map(e=>[e,n[e]])),view:e===`home`?null:e,...t})}function I(e,t=Ue()){return qe({...t,...e})}function L(e){e!==location.search&&(history.pushState(null,``,e||location.pathname),dispatchEvent(new Event(He)))}function Ge(){let[e,t]=M(Ue);return N(()=>{let e=()=>t(Ue());return addEventListener(`popstate`,e),addEventListener(He,e),()=>{removeEventListener(`popstate`,e),removeEventListener(He,e)}},[]),e}function Ke(e){let t=e.target instanceof Element?e.target.closest(`a`):null,n=e.button===0&&!e.metaKey&&!e.ctrlKey&&!e.shiftKey&&!e.altKey;if(!t||!n||t.target||t.hasAttribute(`download`))return;let r=t.getAttribute(`href`)??``;r.startsWith(`?`)&&(e.preventDefault(),L(r))}function qe(e){let t=Object.entries(e).filter(e=>!!e[1]);return`?${new URLSearchParams(t).toString().replaceAll(`%2C`,`,`).replaceAll(`%3A`,`:`)}`}var Je=class extends Error{code;field;help;constructor(e,t,n,r){super(t),this.code=e,this.field=n,this.help=r}};async function R(e,t,n){let r=JSON.stringify({query:e.toString(),variables:t}),i=await fetch(`graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json, application/json`},body:r,signal:n??null}).catch(Ye),a=await i.json().catch(Ye);if(a.errors?.[0])throw Xe(a.errors[0]);if(!a.data)throw new Je(`UNREACHABLE`,`HTTP ${i.status}`);return a.data}function Ye(e){throw e.name===`AbortError`?e:new Je(`UNREACHABLE`,e.message)}function Xe({message:e,extensions:t}){return new Je(t?.code??`INTERNAL`,e,t?.field,t?.help)}var z=new Map,Ze=6e4,Qe=200;function $e(){z.clear()}function et(e,t){z.size>=Qe&&z.clear(),z.set(e,t),setTimeout(()=>z.delete(e),Ze)}function B(e,t){let n=t===null?null:e.toString()+JSON.stringify(t),[r,i]=ke(e=>e+1,0),[a,o]=M({key:null}),s=P(n);if(s.current=n,N(()=>{if(n===null||t===null)return;if(z.has(n)){o({key:n,answer:z.get(n)});return}let r=new AbortController;return R(e,t,r.signal).then(e=>{et(n,e),s.current===n&&o({key:n,answer:e})},e=>{r.signal.aborted||o({key:n,refusal:e})}),()=>r.abort()},[n,r]),n===null)return{waiting:!1,again:()=>i(void 0)};let c=z.get(n),l=a.key===n;return{answer:l?a.answer:c??a.answer,refusal:l?a.refusal:void 0,waiting:!l&&c===void 0,again:()=>{o({key:null}),i(void 0)}}}var V=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new V(`
    fragment Named on Node {
  __typename
  id
  kind
  name
}
    `,{fragmentName:`Named`}),new V(`
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
}`,{fragmentName:`Described`}),new V(`
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
}`,{fragmentName:`Tie`}),new V(`
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
}`,{fragmentName:`TableCell`}),new V(`
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
}`,{fragmentName:`LineOfPeople`}),new V(`
    fragment WhatWasWritten on ChangeResult {
  ids
  change {
    version
  }
  network {
    version
  }
}
    `,{fragmentName:`WhatWasWritten`});var tt=new V(`
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
    `),nt=new V(`
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
    `),rt=new V(`
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
}`),it=new V(`
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
}`),at=new V(`
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
}`),ot=new V(`
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
}`),st=new V(`
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
}`),ct=new V(`
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
}`),lt=new V(`
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
    `),ut=new V(`
    query Draw($around: [ID!]!, $steps: Int, $types: [RelationType!], $limit: Int, $on: Date) {
  network(asOf: $on) {
    neighbourhood(around: $around, steps: $steps, types: $types, limit: $limit) {
      truncated
      nodes {
        ...Named
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
}`),dt=new V(`
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
    `),ft=new V(`
    query Facets($ids: [ID!]!, $on: Date) {
  network(asOf: $on) {
    nodes(ids: $ids) {
      __typename
      id
      kind
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
  }
}
    `),pt=new V(`
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
}`),mt=new V(`
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
}`),ht=new V(`
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
    `),gt=new V(`
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
}`),_t=new V(`
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
}`),vt=new V(`
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
}`),yt=new V(`
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
}`),bt=new V(`
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
}`),xt=new V(`
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
}`),St=new V(`
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
}`),Ct=new V(`
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
}`),wt=ge({signIn:!1});function H(){return je(wt)}function Tt(e){return e.viewer?.role===`STEWARD`||e.viewer?.role===`ADMINISTRATOR`}function Et(e){return e.viewer!==void 0&&e.viewer.role!==`PUBLIC`}var Dt={name:`Korte Lijnen`,skip:`To the content`,mainMenu:`Main menu`,home:`Start`,search:`Search`,searchHint:`Name, function, theme or code`,contacts:`Whom do I need?`,line:`Short line`,list:`Who is who`,draw:`Drawing`,work:`Worklists`,write:`Keep up`,graphiql:`Write your own questions (GraphiQL)`,otherLanguage:`Nederlands`,date:`On date`,today:`today`,compare:`Compare with`,show:`Show`,stopComparing:`Stop comparing`,onDate:e=>`On ${e}`,signIn:`Sign in`,signOut:`Sign out`,signedInAs:(e,t)=>`${e} (${t})`,roles:{PUBLIC:`visitor`,MEMBER:`member`,STEWARD:`steward`,ADMINISTRATOR:`administrator`},waiting:`Looking…`,slow:`This takes longer than usual. Still waiting.`,again:`Try again`,failed:`That did not work`,kept:`What you filled in is still there.`,unreachable:`The service cannot be reached.`,codes:{BAD_INPUT:`Something in the question is not right.`,NOT_FOUND:`This is not there, or not for you to see.`,FORBIDDEN:`You may not do this.`,UNAUTHENTICATED:`You are not signed in (any more).`,TOO_COSTLY:`This question is too large.`,CONFLICT:`Somebody else has changed this meanwhile.`,UNAVAILABLE:`The service cannot answer now.`,TIMEOUT:`The answer took too long.`,INTERNAL:`Something went wrong at the service.`},nothing:`Nothing found.`,noneYet:`Nothing yet.`,unknown:`unknown`,more:`More`,all:`all`,any:`any`,of:(e,t)=>`${e} of ${t}`,found:e=>`${e} found`,chooseSuggestion:e=>`${e} suggestions; choose with the arrow keys`,sector:`Sector`,area:`Area`,theme:`Theme`,themeHint:`such as gezonde kantine`,mandate:`Mandate`,mandates:{LISTEN:`listen`,ADVISE:`advise`,DECIDE:`decide`},coalition:`Coalition`,kind:`Kind`,me:`I am`,meHint:`who asks for the shortest line`,ask:`Find`,contactsIntro:`Choose a sector and an area, and a theme if there is one: you see whom to call, why, and who can introduce you.`,noContacts:`Nobody is known who fits. Try a larger area or a wider sector.`,nobodyKnown:`Nobody is known here by name`,why:`Why`,points:e=>`${e} points`,deputy:`Deputy`,mailbox:`Mailbox`,phone:`Telephone`,email:`E-mail`,lineTo:`The line there`,noLine:`No line within four handshakes`,noAsker:`Say who you are, and you see who can introduce you.`,contactReasons:{SEAT:`holds the seat`,MANDATE:`with mandate`,FUNCTION:`does this work`,THEME:`the theme fits`,AREA:`works here`,CONFIRMED:`confirmed within a year`,PATH:`there is a line from you`},draftTo:e=>`E-mail to ${e}`,draftSubject:e=>`Could you introduce me to ${e}?`,draftDirectSubject:e=>e?`A question about ${e}`:`Getting acquainted`,draftIntroduce:e=>`Dear ${e.to},\n\nI would like to get in touch with ${e.target}${e.role?` (${e.role})`:``}${e.theme?`, about ${e.theme}`:``}. You know the way there. Would you introduce us to each other?\n\nA short e-mail to both of us is enough. If it does not suit you, just say so.\n\nKind regards,\n${e.me}`,draftDirect:e=>`Dear ${e.to},\n\nI would like to get in touch with you${e.theme?` about ${e.theme}`:``}. When would a short conversation suit you?\n\nKind regards,\n${e.me}`,copy:`Copy`,copied:`Copied`,openMail:`Open in mail program`,text:`Text`,lineFrom:`From`,lineTarget:`To`,via:`Via`,avoid:`Not via`,order:`Order`,orders:{FEWEST:`fewest handshakes`,STRONGEST:`strongest line`},findLine:`Find the line`,lineIntro:`The shortest way to somebody, over people who know each other.`,alternatives:`Other ways`,handshakes:e=>e===1?`1 handshake`:`${e} handshakes`,strength:e=>`strength ${e}`,itIsYou:`That is you: no handshake needed.`,knowsBecause:`knows`,handshakeReasons:{KNOWS:`know each other`,COALITION:`are together in`,ORGANISATION:`work together at`,MEETING:`were together at`},onlyVia:e=>`Only via ${e}`,notVia:e=>`Not via ${e}`,drawLine:`Draw this line`,noPath:{NO_TARGET:`Nobody meets what you ask.`,FROM_ISOLATED:`No handshakes are known on this date of whoever asks.`,TO_ISOLATED:`No handshakes are known on this date of whom you look for.`,BEYOND_LIMIT:`There is a line, with more handshakes than you allow.`,BLOCKED:`There is a way, but not over people who introduce others, within these conditions.`,DISCONNECTED:`There is no line: these people are not connected.`},mostHandshakes:`At most`,coalitions:`Coalitions`,programmes:`Programmes`,seatsFilled:(e,t)=>`${e} of ${t} places filled`,noRules:`no rules of delegation`,phases:{EXPLORING:`exploring`,FORMING:`forming`,WORKING:`working`,EMBEDDED:`embedded`,ENDED:`ended`},delegation:`Delegation`,delegationCaption:`Which sector is at the table, and where. Choose a cell to see the seats and the gap behind it.`,rule:`What is needed`,wholeArea:`The whole area`,atLeast:(e,t)=>`at least ${e}, mandate ${t}`,states:{FILLED:`filled`,UNCONFIRMED:`not confirmed`,WEAK_MANDATE:`mandate too weak`,EXPIRED:`expired`,VACANT:`vacant`,NO_SEAT:`no seat`,HIDDEN:`not visible`},gaps:`What is missing`,noGaps:`Nothing is missing: every place agreed on is filled.`,showAllGaps:`Show all that is missing`,weight:`Leaves out`,pupils:e=>`${e} pupils`,places:e=>`${e} childcare places`,children:e=>`${e} children`,share:e=>`${e} of the area`,weightUnknown:`how many children is unknown`,candidates:`Who could`,noCandidates:`Nobody known who could.`,candidateFar:`no line known`,seatsHeld:e=>e===0?`no seat yet`:e===1?`holds 1 seat already`:`holds ${e} seats already`,nearMember:e=>e===0?`at the table already`:`${e} ${e===1?`handshake`:`handshakes`} from the table`,appointHere:`Appoint`,openSeatHere:`Open a seat`,seats:`Seats`,holder:`Held by`,ambition:`Ambition`,phase:`Phase`,leads:`Leads`,inArea:`In`,details:`Details`,relations:`Connected with`,filter:`Only`,since:`since`,until:`until`,confirmed:`confirmed on`,neverConfirmed:`never confirmed`,sources:`Sources`,unsourced:`no source known`,history:`What changed`,showHistory:`Show what changed`,before:`Before`,after:`After`,address:`Address`,website:`Website`,registerCodes:`Codes`,municipalities:`Municipalities`,educationTypes:`Education`,pupilsByYear:`Pupils by year`,year:`Year`,number:`Number`,inhabitants:`Inhabitants`,childrenBelow16:`Children below 16`,childcarePlaces:`Childcare places`,description:`Description`,embeddedIn:`Embedded in`,form:`Form`,value:`Value`,indicator:`What was measured`,weighs:`Weighs in`,introducible:`May be asked to introduce`,purpose:`Kept for`,retainUntil:`To be kept until`,yes:`yes`,no:`no`,nearestPeople:`Knows (strongest first)`,drawThis:`Draw what is around it`,lineHere:`Find a line there`,notThen:`This is not there on that date.`,onlyOn:e=>`Only on ${e}`,differences:`What differs`,noDifferences:`No difference.`,listIntro:`Who is in an area, sector or coalition, with function and contact. Prints on A4.`,print:`Print`,spreadsheet:`Download as a spreadsheet (CSV)`,person:`Name`,functions:`Functions`,organisation:`Organisation`,reach:`To be reached at`,showingFirst:(e,t)=>`The first ${e} of ${t}`,drawIntro:`Choose where to begin; the drawing grows only when you ask.`,around:`Around`,steps:`Steps`,stepsAway:e=>`${e} ${e===1?`step`:`steps`}`,legend:`Legend`,legendHint:`Click to show or hide`,noWebGL:`Drawing is not possible here (no WebGL). Everything that it would show is in the table.`,drawingLabel:`Drawing of the network. Arrow keys: to a neighbour. Enter: open. P: pin. Escape: let go.`,drawnTable:`Table of everything drawn`,truncated:`There is more than fits here: this is the nearest.`,selected:`Chosen`,neighbours:e=>`${e} ${e===1?`neighbour`:`neighbours`}`,expand:`Add`,pin:`Pin`,unpin:`Unpin`,focus:`Only what is around this`,remove:`Take away`,undo:`Undo`,open:`Open its page`,savePicture:`Save as PNG`,saveSvg:`Save as SVG`,saveTable:`Save as CSV`,zoomIn:`Larger`,zoomOut:`Smaller`,zoomAll:`All in view`,emphasised:`The line is bold; the rest is faded.`,layingOut:`Laying out the drawing…`,facets:`Highlight`,from:`From`,to:`To`,relation:`Relation`,doneBy:`by`,because:`Reason`,becauseHint:`without names of persons; the reason is kept`,save:`Save`,saved:e=>`Saved, as change ${e}.`,savedNothing:`There was nothing to change.`,undone:`Undone.`,undoBecause:e=>`Undone: ${e}`,undoByStewards:`A steward can undo this.`,openSaved:`See the result`,mayNotWrite:`To keep anything up you have to sign in. What you may do follows from your role.`,explanation:`Why you see no more`,writeIntro:`Every change has a reason, and can be undone.`,tasks:{person:`Add a person`,organisation:`Add an organisation`,appoint:`Appoint somebody to a seat`,seat:`Open a seat`,end:`End something`,confirm:`Confirm`,meeting:`Record a meeting`,merge:`Merge two`},fullName:`Name`,worksAt:`Works for`,jobTitle:`Function`,themes:`Themes, separated by commas`,sinceDate:`From`,maybeKnown:`Is it here already?`,maybeKnownHint:`These look like it. Choose one to open it, or save all the same.`,isNew:`No, this is another`,seat:`Seat`,who:`Who`,seatName:`Name of the seat`,covers:`Stands for the municipalities`,coversHint:`none: the whole area`,seatOrganisation:`Seat of`,partOf:`Part of`,what:`What`,endOn:`First day that it no longer holds`,endThis:`End`,confirmThis:`Still right`,confirmIntro:`With this you confirm that it is still right today.`,meetingName:`Name of the meeting`,meetingDate:`Date`,attendance:`Who attended`,attendanceHint:`paste the list: one name a line, with an e-mail address if there is one`,recognise:`Recognise the names`,recognised:`Who is who?`,leaveOut:`leave out`,addNew:`add as new`,onTheList:`On the list`,inTheNetwork:`In the network`,keep:`Stays`,absorb:`Merges into it`,mergeIntro:`All that is of the second goes to the first. The second ends today and stays readable.`,swap:`Swap`,required:`required`,choose:`Choose…`,notAsked:`Who has not answered yet`,retention:`Contact details beyond their time`,confirmationStates:{NOT_SENT:`not sent`,REFUSED:`address refused`,ASKED:`asked`,EXPIRED:`expired`,ANSWERED:`answered`},askedOn:`Asked on`,state:`State`,workIntro:`What there is to do for stewards.`,stale:`Not confirmed for long`,doubles:`Perhaps double`,unsourced2:`Without a source`,forStewards:`These lists are for stewards.`,kinds:{PERSON:`person`,SCHOOL:`school`,SCHOOL_BOARD:`school board`,CHILDCARE_PROVIDER:`childcare provider`,CHILDCARE_LOCATION:`childcare location`,MUNICIPALITY:`municipality`,HEALTH_SERVICE:`health service`,PARTNERSHIP:`partnership`,JOINT_ARRANGEMENT:`joint arrangement`,MINISTRY:`ministry`,ASSOCIATION:`association`,OTHER_ORGANISATION:`other organisation`,REGION:`region`,SECTOR:`sector`,COALITION:`coalition`,SEAT:`seat`,PROGRAMME:`programme`,AGREEMENT:`agreement`,MEETING:`meeting`,CHANNEL:`channel`,QUESTION:`question`,RECOMMENDATION:`recommendation`,OBSERVATION:`observation`,ORGANISATION:`organisation`,AREA:`area`},types:{WORKS_FOR:[`works for`,`who works here`],KNOWS:[`knows`,`knows`],HOLDS:[`holds the seat`,`held by`],SEAT_IN:[`seat in`,`seats`],SEAT_FOR:[`seat of`,`seats`],COVERS:[`stands for`,`seats for it`],PART_OF:[`part of`,`parts`],LOCATED_IN:[`located in`,`located here`],ACTIVE_IN:[`active in`,`active here`],IN_SECTOR:[`sector`,`in this sector`],PARTNER_IN:[`partner in`,`partners`],LEADS:[`leads`,`led by`],FUNDS:[`funds`,`funded by`],CARRIES_OUT:[`carries out`,`carried out by`],RELATED_TO:[`related to`,`related to`],LINKED_TO:[`embedded in`,`embeds`],ATTENDED:[`attended`,`attended by`],HELD_BY:[`of coalition`,`meetings`],PUBLISHES:[`publishes`,`published by`],REACHES:[`reaches`,`reached by`],ASKS:[`asks`,`asked by`],WORKS_ON:[`works on`,`worked on by`],ADDRESSES:[`addresses`,`addressed by`],RECOMMENDED_IN:[`recommended in`,`recommendations`],ENROLLED_IN:[`enrolled in`,`enrolled`],LEARNED_FROM:[`learned from`,`taught`],OBSERVED_ON:[`observed on`,`observations`],SUCCEEDED_BY:[`succeeded by`,`succeeds`]}},Ot={name:`Korte Lijnen`,skip:`Naar de inhoud`,mainMenu:`Hoofdmenu`,home:`Begin`,search:`Zoeken`,searchHint:`Naam, functie, thema of code`,contacts:`Wie heb ik nodig?`,line:`Korte lijn`,list:`Wie is wie`,draw:`Tekening`,work:`Werklijsten`,write:`Bijhouden`,graphiql:`Zelf vragen schrijven (GraphiQL)`,otherLanguage:`English`,date:`Op datum`,today:`vandaag`,compare:`Vergelijk met`,show:`Toon`,stopComparing:`Niet meer vergelijken`,onDate:e=>`Op ${e}`,signIn:`Inloggen`,signOut:`Uitloggen`,signedInAs:(e,t)=>`${e} (${t})`,roles:{PUBLIC:`bezoeker`,MEMBER:`lid`,STEWARD:`beheerder`,ADMINISTRATOR:`hoofdbeheerder`},waiting:`Even zoeken…`,slow:`Het duurt langer dan gewoonlijk. We wachten nog.`,again:`Probeer het opnieuw`,failed:`Dat is niet gelukt`,kept:`Wat u invulde staat er nog.`,unreachable:`De dienst is niet te bereiken.`,codes:{BAD_INPUT:`Er klopt iets niet in de vraag.`,NOT_FOUND:`Dit is er niet, of u mag het niet zien.`,FORBIDDEN:`Dit mag u niet.`,UNAUTHENTICATED:`U bent niet (meer) ingelogd.`,TOO_COSTLY:`Deze vraag is te groot.`,CONFLICT:`Iemand anders heeft dit intussen veranderd.`,UNAVAILABLE:`De dienst kan nu niet antwoorden.`,TIMEOUT:`Het antwoord duurde te lang.`,INTERNAL:`Er ging iets mis bij de dienst.`},nothing:`Niets gevonden.`,noneYet:`Nog niets.`,unknown:`onbekend`,more:`Meer`,all:`alle`,any:`maakt niet uit`,of:(e,t)=>`${e} van ${t}`,found:e=>e===1?`1 gevonden`:`${e} gevonden`,chooseSuggestion:e=>`${e} suggesties; kies met de pijltjes`,sector:`Sector`,area:`Gebied`,theme:`Thema`,themeHint:`bijvoorbeeld gezonde kantine`,mandate:`Mandaat`,mandates:{LISTEN:`luisteren`,ADVISE:`adviseren`,DECIDE:`beslissen`},coalition:`Coalitie`,kind:`Soort`,me:`Ik ben`,meHint:`wie om de kortste lijn vraagt`,ask:`Zoek`,contactsIntro:`Kies een sector en een gebied, en zo nodig een thema: u ziet wie u het best kunt bellen, waarom, en wie u kan voorstellen.`,noContacts:`Er is niemand bekend die hieraan voldoet. Probeer een ruimer gebied of een bredere sector.`,nobodyKnown:`Hier is niemand bij naam bekend`,why:`Waarom`,points:e=>`${e} punten`,deputy:`Vervanger`,mailbox:`Postbus`,phone:`Telefoon`,email:`E-mail`,lineTo:`De lijn erheen`,noLine:`Geen lijn binnen vier handdrukken`,noAsker:`Vul in wie u bent, dan ziet u ook wie u kan voorstellen.`,contactReasons:{SEAT:`heeft de zetel`,MANDATE:`met mandaat`,FUNCTION:`doet dit werk`,THEME:`het thema past`,AREA:`werkt hier`,CONFIRMED:`nog dit jaar bevestigd`,PATH:`er is een lijn vanaf u`},draftTo:e=>`E-mail aan ${e}`,draftSubject:e=>`Kun je mij voorstellen aan ${e}?`,draftDirectSubject:e=>e?`Vraag over ${e}`:`Kennismaken`,draftIntroduce:e=>`Beste ${e.to},\n\nIk wil graag in contact komen met ${e.target}${e.role?` (${e.role})`:``}${e.theme?`, over ${e.theme}`:``}. Jij kent de weg daarheen. Wil je ons aan elkaar voorstellen?\n\nEen korte mail aan ons beiden is genoeg. Komt het niet uit, laat het dan gerust weten.\n\nMet vriendelijke groet,\n${e.me}`,draftDirect:e=>`Beste ${e.to},\n\nGraag kom ik met u in contact${e.theme?` over ${e.theme}`:``}. Wanneer schikt een kort gesprek?\n\nMet vriendelijke groet,\n${e.me}`,copy:`Kopieer`,copied:`Gekopieerd`,openMail:`Open in mailprogramma`,text:`Tekst`,lineFrom:`Van`,lineTarget:`Naar`,via:`Via`,avoid:`Niet via`,order:`Volgorde`,orders:{FEWEST:`minste handdrukken`,STRONGEST:`sterkste lijn`},findLine:`Zoek de lijn`,lineIntro:`De kortste weg naar iemand over mensen die elkaar kennen.`,alternatives:`Andere wegen`,handshakes:e=>e===1?`1 handdruk`:`${e} handdrukken`,strength:e=>`sterkte ${e}`,itIsYou:`Dat bent u zelf: geen handdruk nodig.`,knowsBecause:`kent`,handshakeReasons:{KNOWS:`kennen elkaar`,COALITION:`zitten samen in`,ORGANISATION:`werken samen bij`,MEETING:`waren samen bij`},onlyVia:e=>`Alleen via ${e}`,notVia:e=>`Niet via ${e}`,drawLine:`Teken deze lijn`,noPath:{NO_TARGET:`Niemand voldoet aan wat u vraagt.`,FROM_ISOLATED:`Van wie vraagt zijn op deze datum geen handdrukken bekend.`,TO_ISOLATED:`Van wie u zoekt zijn op deze datum geen handdrukken bekend.`,BEYOND_LIMIT:`Er is een lijn, maar met meer handdrukken dan u toestaat.`,BLOCKED:`Er is een weg, maar niet over mensen die voorstellen en met deze voorwaarden.`,DISCONNECTED:`Er is geen lijn: deze mensen staan los van elkaar.`},mostHandshakes:`Hoogstens`,coalitions:`Coalities`,programmes:`Programma's`,seatsFilled:(e,t)=>`${e} van ${t} plaatsen bezet`,noRules:`geen afspraken over de afvaardiging`,phases:{EXPLORING:`verkennend`,FORMING:`in oprichting`,WORKING:`aan het werk`,EMBEDDED:`geborgd`,ENDED:`beëindigd`},delegation:`Afvaardiging`,delegationCaption:`Welke sector waar aan tafel zit. Kies een vakje om de zetels en het gat erachter te zien.`,rule:`Wat er nodig is`,wholeArea:`Heel het gebied`,atLeast:(e,t)=>`minstens ${e}, mandaat ${t}`,states:{FILLED:`bezet`,UNCONFIRMED:`niet bevestigd`,WEAK_MANDATE:`te licht mandaat`,EXPIRED:`verlopen`,VACANT:`vacant`,NO_SEAT:`geen zetel`,HIDDEN:`niet zichtbaar`},gaps:`Wat er ontbreekt`,noGaps:`Er ontbreekt niets: elke afgesproken plaats is bezet.`,showAllGaps:`Toon alles wat ontbreekt`,weight:`Laat buiten`,pupils:e=>`${e} leerlingen`,places:e=>`${e} kindplaatsen`,children:e=>`${e} kinderen`,share:e=>`${e} van het gebied`,weightUnknown:`hoeveel kinderen is onbekend`,candidates:`Wie zou kunnen`,noCandidates:`Niemand bekend die dit kan.`,candidateFar:`geen lijn bekend`,seatsHeld:e=>e===0?`nog geen zetel`:e===1?`heeft al 1 zetel`:`heeft al ${e} zetels`,nearMember:e=>e===0?`zit al aan tafel`:`${e} ${e===1?`handdruk`:`handdrukken`} van de tafel`,appointHere:`Benoem`,openSeatHere:`Open een zetel`,seats:`Zetels`,holder:`Bezet door`,ambition:`Ambitie`,phase:`Fase`,leads:`Kartrekkers`,inArea:`In`,details:`Gegevens`,relations:`Verbonden met`,filter:`Beperk tot`,since:`sinds`,until:`tot`,confirmed:`bevestigd op`,neverConfirmed:`nooit bevestigd`,sources:`Bronnen`,unsourced:`geen bron bekend`,history:`Wat er veranderde`,showHistory:`Toon wat er veranderde`,before:`Eerder`,after:`Later`,address:`Adres`,website:`Website`,registerCodes:`Codes`,municipalities:`Gemeenten`,educationTypes:`Onderwijs`,pupilsByYear:`Leerlingen per jaar`,year:`Jaar`,number:`Aantal`,inhabitants:`Inwoners`,childrenBelow16:`Kinderen onder 16`,childcarePlaces:`Kindplaatsen`,description:`Omschrijving`,embeddedIn:`Geborgd in`,form:`Vorm`,value:`Waarde`,indicator:`Wat is gemeten`,weighs:`Telt in`,introducible:`Mag worden gevraagd om voor te stellen`,purpose:`Bewaard om`,retainUntil:`Te bewaren tot`,yes:`ja`,no:`nee`,nearestPeople:`Kent (sterkste eerst)`,drawThis:`Teken de omgeving`,lineHere:`Zoek een lijn hierheen`,notThen:`Op deze datum is dit er niet.`,onlyOn:e=>`Alleen op ${e}`,differences:`Wat verschilt`,noDifferences:`Geen verschil.`,listIntro:`Wie er in een gebied, sector of coalitie zit, met functie en contact. Afdrukken past op A4.`,print:`Afdrukken`,spreadsheet:`Download als rekenblad (CSV)`,person:`Naam`,functions:`Functies`,organisation:`Organisatie`,reach:`Bereikbaar`,showingFirst:(e,t)=>`De eerste ${e} van ${t}`,drawIntro:`Kies een beginpunt; de tekening groeit alleen als u dat vraagt.`,around:`Rond`,steps:`Stappen`,stepsAway:e=>`${e} ${e===1?`stap`:`stappen`}`,legend:`Legenda`,legendHint:`Klik om te tonen of te verbergen`,noWebGL:`Tekenen kan hier niet (geen WebGL). Alles wat er te zien zou zijn staat in de tabel.`,drawingLabel:`Tekening van het netwerk. Pijltjes: naar een buur. Enter: open. P: vastzetten. Escape: loslaten.`,drawnTable:`Tabel van alles wat getekend is`,truncated:`Er is meer dan hier past: dit is het dichtstbijzijnde.`,selected:`Gekozen`,neighbours:e=>`${e} ${e===1?`buur`:`buren`}`,expand:`Voeg toe`,pin:`Zet vast`,unpin:`Maak los`,focus:`Alleen de omgeving hiervan`,remove:`Haal weg`,undo:`Ongedaan maken`,open:`Open de pagina`,savePicture:`Bewaar als PNG`,saveSvg:`Bewaar als SVG`,saveTable:`Bewaar als CSV`,zoomIn:`Groter`,zoomOut:`Kleiner`,zoomAll:`Alles in beeld`,emphasised:`De lijn is vet; de rest is vervaagd.`,layingOut:`De tekening wordt gelegd…`,facets:`Uitlichten`,from:`Van`,to:`Naar`,relation:`Relatie`,doneBy:`door`,because:`Reden`,becauseHint:`zonder namen van personen; de reden blijft bewaard`,save:`Bewaar`,saved:e=>`Bewaard, als verandering ${e}.`,savedNothing:`Er was niets te veranderen.`,undone:`Ongedaan gemaakt.`,undoBecause:e=>`Ongedaan gemaakt: ${e}`,undoByStewards:`Ongedaan maken kan een beheerder.`,openSaved:`Bekijk het resultaat`,mayNotWrite:`Inloggen is nodig om iets bij te houden. Wat u mag, volgt uit uw rol.`,explanation:`Waarom u niet meer ziet`,writeIntro:`Elke verandering heeft een reden, en kan ongedaan worden gemaakt.`,tasks:{person:`Een persoon toevoegen`,organisation:`Een organisatie toevoegen`,appoint:`Iemand benoemen op een zetel`,seat:`Een zetel openen`,end:`Iets beëindigen`,confirm:`Bevestigen`,meeting:`Een bijeenkomst vastleggen`,merge:`Twee samenvoegen`},fullName:`Naam`,worksAt:`Werkt bij`,jobTitle:`Functie`,themes:`Thema's, met komma's ertussen`,sinceDate:`Vanaf`,maybeKnown:`Bestaat deze al?`,maybeKnownHint:`Deze lijken erop. Kies er een om die te openen, of bewaar toch.`,isNew:`Nee, dit is een ander`,seat:`Zetel`,who:`Wie`,seatName:`Naam van de zetel`,covers:`Staat voor de gemeenten`,coversHint:`geen enkele: het hele gebied`,seatOrganisation:`Zetel van`,partOf:`Onderdeel van`,what:`Wat`,endOn:`Eerste dag dat het niet meer geldt`,endThis:`Beëindig`,confirmThis:`Klopt nog`,confirmIntro:`Daarmee bevestigt u dat dit vandaag nog klopt.`,meetingName:`Naam van de bijeenkomst`,meetingDate:`Datum`,attendance:`Aanwezigen`,attendanceHint:`plak de lijst: één naam per regel, met e-mailadres als dat er staat`,recognise:`Herken de namen`,recognised:`Wie is wie?`,leaveOut:`laat weg`,addNew:`nieuw toevoegen`,onTheList:`Op de lijst`,inTheNetwork:`In het netwerk`,keep:`Blijft`,absorb:`Gaat erin op`,mergeIntro:`Alles van de tweede gaat over naar de eerste. De tweede eindigt vandaag en blijft leesbaar.`,swap:`Wissel om`,required:`verplicht`,choose:`Kies…`,notAsked:`Wie nog niet antwoordde`,retention:`Contactgegevens over hun bewaartermijn`,confirmationStates:{NOT_SENT:`niet verstuurd`,REFUSED:`adres geweigerd`,ASKED:`gevraagd`,EXPIRED:`verlopen`,ANSWERED:`beantwoord`},askedOn:`Gevraagd op`,state:`Stand`,workIntro:`Wat er voor beheerders te doen is.`,stale:`Lang niet bevestigd`,doubles:`Misschien dubbel`,unsourced2:`Zonder bron`,forStewards:`Deze lijsten zijn voor beheerders.`,kinds:{PERSON:`persoon`,SCHOOL:`school`,SCHOOL_BOARD:`schoolbestuur`,CHILDCARE_PROVIDER:`kinderopvangorganisatie`,CHILDCARE_LOCATION:`kinderopvanglocatie`,MUNICIPALITY:`gemeente`,HEALTH_SERVICE:`gezondheidsdienst`,PARTNERSHIP:`samenwerkingsverband`,JOINT_ARRANGEMENT:`gemeenschappelijke regeling`,MINISTRY:`ministerie`,ASSOCIATION:`vereniging`,OTHER_ORGANISATION:`andere organisatie`,REGION:`regio`,SECTOR:`sector`,COALITION:`coalitie`,SEAT:`zetel`,PROGRAMME:`programma`,AGREEMENT:`afspraak`,MEETING:`bijeenkomst`,CHANNEL:`kanaal`,QUESTION:`vraagstuk`,RECOMMENDATION:`advies`,OBSERVATION:`meting`,ORGANISATION:`organisatie`,AREA:`gebied`},types:{WORKS_FOR:[`werkt voor`,`hier werken`],KNOWS:[`kent`,`kent`],HOLDS:[`bezet de zetel`,`bezet door`],SEAT_IN:[`zetel in`,`zetels`],SEAT_FOR:[`zetel van`,`zetels`],COVERS:[`staat voor`,`zetels voor`],PART_OF:[`onderdeel van`,`onderdelen`],LOCATED_IN:[`gevestigd in`,`hier gevestigd`],ACTIVE_IN:[`actief in`,`hier actief`],IN_SECTOR:[`sector`,`in deze sector`],PARTNER_IN:[`partner in`,`partners`],LEADS:[`trekt`,`kartrekkers`],FUNDS:[`financiert`,`gefinancierd door`],CARRIES_OUT:[`voert uit`,`uitgevoerd door`],RELATED_TO:[`raakt aan`,`raakt aan`],LINKED_TO:[`geborgd in`,`borgt`],ATTENDED:[`was bij`,`aanwezigen`],HELD_BY:[`van coalitie`,`bijeenkomsten`],PUBLISHES:[`geeft uit`,`uitgegeven door`],REACHES:[`bereikt`,`wordt bereikt door`],ASKS:[`vraagt`,`gevraagd door`],WORKS_ON:[`werkt aan`,`hieraan werken`],ADDRESSES:[`pakt op`,`opgepakt door`],RECOMMENDED_IN:[`advies uit`,`adviezen`],ENROLLED_IN:[`doet mee aan`,`doen mee`],LEARNED_FROM:[`leerde van`,`leerde aan`],OBSERVED_ON:[`gemeten bij`,`metingen`],SUCCEEDED_BY:[`opgevolgd door`,`komt na`]}},kt=ge({words:Ot,language:`nl`});function At(e){return(e.lang??navigator.language.slice(0,2))===`en`?`en`:`nl`}function jt(e){return e===`en`?Dt:Ot}function U(){return je(kt).words}function W(){let{language:e,words:t}=je(kt),n=e===`en`?`en-GB`:`nl-NL`;return{date:e=>e?new Intl.DateTimeFormat(n,{dateStyle:`medium`,timeZone:`UTC`}).format(new Date(e.slice(0,10))):t.unknown,number:e=>new Intl.NumberFormat(n).format(e),percent:e=>new Intl.NumberFormat(n,{style:`percent`,maximumFractionDigits:+(e<.1)}).format(e),points:e=>new Intl.NumberFormat(n,{maximumFractionDigits:1}).format(e)}}function Mt(e,t){let n=t.kinds[e.kind];if(e.__typename===`Person`){let t=e.functions[0];return t?[t.title,t.organisation.name].filter(Boolean).join(`, `):n}return e.__typename===`Seat`?`${n}, ${e.coalition.name}`:`locatedIn`in e&&e.locatedIn.length?`${n}, ${e.locatedIn.map(e=>e.name).join(`, `)}`:`within`in e&&e.within.length?`${n}, ${e.within.map(e=>e.name).join(`, `)}`:n}var Nt={person:{shape:`circle`,colour:`#0072b2`},organisation:{shape:`square`,colour:`#e69f00`},school:{shape:`triangle`,colour:`#56b4e9`},coalition:{shape:`diamond`,colour:`#cc79a7`},municipality:{shape:`hexagon`,colour:`#009e73`},other:{shape:`cross`,colour:`#8c8c8c`}},Pt={PERSON:`person`,SCHOOL:`school`,COALITION:`coalition`,SEAT:`coalition`,MUNICIPALITY:`municipality`,REGION:`municipality`,SCHOOL_BOARD:`organisation`,CHILDCARE_PROVIDER:`organisation`,CHILDCARE_LOCATION:`organisation`,HEALTH_SERVICE:`organisation`,PARTNERSHIP:`organisation`,JOINT_ARRANGEMENT:`organisation`,MINISTRY:`organisation`,ASSOCIATION:`organisation`,OTHER_ORGANISATION:`organisation`};function Ft(e){return Pt[e]??`other`}var It={circle:`M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z`,square:`M2 2h12v12H2Z`,triangle:`M8 1.5 15 14H1Z`,diamond:`M8 .8 15.2 8 8 15.2.8 8Z`,hexagon:`M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8Z`,cross:`M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4Z`},Lt=0;Array.isArray;function G(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--Lt,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function Rt({kind:e}){let{shape:t,colour:n}=Nt[Ft(e)];return G(`svg`,{class:`glyph`,viewBox:`-1 -1 18 18`,"aria-hidden":`true`,children:G(`path`,{d:It[t],fill:n})})}function K({node:e}){let t=U();return G(`a`,{href:F(`node`,{id:e.id}),class:`node`,title:t.kinds[e.kind],children:[G(Rt,{kind:e.kind}),e.name,G(`span`,{class:`unseen`,children:[` (`,t.kinds[e.kind],`)`]})]})}function q({nodes:e}){return G(`ul`,{class:`inline`,children:e.map(e=>G(`li`,{children:G(K,{node:e})},e.id))})}var zt=120;function J(e){let{label:t,hint:n,name:r,kinds:i,on:a,value:o,required:s,onPick:c,onText:l,clear:u}=e,d=U(),f=Me(),[p,m]=M(o??``),[h,g]=M(``),[_,v]=M(!1),[y,b]=M(-1),x=Vt(h),S=P(null),C=B(ct,p&&!h?{ids:[p],on:a}:null),ee=B(rt,_&&/[\p{L}\p{N}]/u.test(x)?{text:x,kinds:i,on:a}:null),w=_&&x?ee.answer?.network.search?.edges.map(e=>e.node)??[]:[];N(()=>m(o??``),[o]),N(()=>{let e=C.answer?.network.nodes[0]?.name;e&&p&&g(e)},[C.answer]),N(()=>{S.current?.setCustomValidity(s&&!p?d.choose:``)},[p,s,d]);let T=e=>{m(e?.id??``),g(u||!e?``:e.name),v(!1),b(-1),c?.(e)};return G(`div`,{class:`picker`,children:[G(`label`,{for:f,class:e.hideLabel?`unseen`:void 0,children:[t,s&&G(Bt,{})]}),G(`input`,{ref:S,id:f,type:`text`,role:`combobox`,autocomplete:`off`,"aria-autocomplete":`list`,"aria-expanded":_&&w.length>0,"aria-controls":`${f}-list`,"aria-activedescendant":y>=0?`${f}-${y}`:void 0,placeholder:n,value:h,onInput:e=>{g(e.currentTarget.value),v(!0),b(-1),p&&(m(``),c?.(null))},onKeyDown:e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key];t&&w.length?(e.preventDefault(),b((y+t+ +(y<0&&t<0)+w.length)%w.length)):e.key===`Escape`?v(!1):e.key===`Enter`&&_&&w[y]?(e.preventDefault(),T(w[y])):e.key===`Enter`&&l&&h.trim()?(e.preventDefault(),v(!1),l(h.trim())):e.key===`Enter`&&_&&w[0]&&!p&&(e.preventDefault(),T(w[0]))},onBlur:()=>setTimeout(()=>v(!1),150)}),r&&G(`input`,{type:`hidden`,name:r,value:p}),G(`ul`,{id:`${f}-list`,role:`listbox`,"aria-label":t,hidden:!_||!w.length,children:w.map((e,t)=>G(`li`,{id:`${f}-${t}`,role:`option`,"aria-selected":t===y,onMouseDown:t=>{t.preventDefault(),T(e)},children:[G(Rt,{kind:e.kind}),G(`span`,{children:[e.name,` `,G(`small`,{children:Mt(e,d)})]})]},e.id))}),G(`span`,{role:`status`,class:`unseen`,children:_&&x&&ee.answer&&!ee.waiting?w.length?d.chooseSuggestion(w.length):d.nothing:``})]})}function Bt(){return G(`span`,{class:`required`,"aria-hidden":`true`,children:` *`})}function Vt(e){let[t,n]=M(e);return N(()=>{let t=setTimeout(()=>n(e.trim()),zt);return()=>clearTimeout(t)},[e]),t}function Ht(e){let t={};for(let[n,r]of new FormData(e))typeof r==`string`&&(t[n]=t[n]?`${t[n]},${r.trim()}`:r.trim());return t}function Ut(e){return t=>{t.preventDefault(),e(Ht(t.currentTarget))}}function Y({label:e,hint:t,...n}){let r=Me();return G(`div`,{children:[G(`label`,{for:r,children:[e,n.required&&G(Bt,{})]}),G(`input`,{id:r,type:`text`,"aria-describedby":t?`${r}-hint`:void 0,...n}),t&&G(`small`,{id:`${r}-hint`,children:t})]})}function X(){return new Intl.DateTimeFormat(`sv-SE`,{timeZone:`Europe/Amsterdam`}).format(new Date)}function Wt({at:e}){let t=U(),n=H(),r=We(e),i=[`contacts`,`line`,`list`,`draw`];return Et(n)&&i.push(`write`),Tt(n)&&i.push(`work`),G(`header`,{class:`top`,children:[G(`div`,{class:`bar`,children:[G(`a`,{class:`brand`,href:F(`home`),children:[G(`img`,{src:`explorer/icon.svg`,alt:``,width:`28`,height:`28`}),t.name]}),G(`div`,{role:`search`,class:`finder`,children:G(J,{label:t.search,hint:t.searchHint,hideLabel:!0,clear:!0,on:e.on,onPick:e=>e&&L(F(`node`,{id:e.id})),onText:e=>L(F(`search`,{text:e}))})}),G(Kt,{}),G(`a`,{class:`language`,href:I({lang:t.otherLanguage===`English`?`en`:`nl`},e),lang:t.otherLanguage===`English`?`en`:`nl`,children:t.otherLanguage})]}),G(`div`,{class:`bar second`,children:[G(`nav`,{"aria-label":t.mainMenu,children:G(`ul`,{children:i.map(e=>G(`li`,{children:G(`a`,{href:F(e),"aria-current":e===r?`page`:void 0,children:t[e]})},e))})}),G(Gt,{at:e})]})]})}function Gt({at:e}){let t=U(),n=t=>n=>{let{value:r,validity:i}=n.currentTarget;!i.badInput&&(r===``||/^[12]\d{3}-/.test(r))&&L(I({[t]:r},e))};return G(`form`,{class:`dates`,onSubmit:Ut(()=>void 0),children:[G(`label`,{children:[t.date,` `,G(`input`,{type:`date`,value:e.on??``,onChange:n(`on`),title:t.today})]}),G(`label`,{children:[t.compare,` `,G(`input`,{type:`date`,value:e.with??``,onChange:n(`with`)})]})]})}function Kt(){let e=U(),{viewer:t,signIn:n}=H();return t?t.role===`PUBLIC`&&!t.name?n?G(`a`,{class:`signing`,href:`sign-in?to=${encodeURIComponent(location.pathname+location.search)}`,children:e.signIn}):null:G(`span`,{class:`signing`,children:[e.signedInAs(t.name,e.roles[t.role]),t.explanation&&G(`details`,{children:[G(`summary`,{children:e.explanation}),G(`span`,{lang:`en`,children:t.explanation})]}),n&&G(`button`,{type:`button`,onClick:qt,children:e.signOut})]}):null}async function qt(){let{to:e}=await(await fetch(`sign-out`,{method:`POST`,headers:{Accept:`application/json`}})).json();location.assign(e??`.`)}function Jt(){return G(`footer`,{children:G(`a`,{href:`graphiql`,children:U().graphiql})})}function Yt({at:e,View:t}){let n=U(),r=W(),i=[e.on??X(),e.with??X()].sort();return G(C,{children:[G(`p`,{class:`comparing`,children:G(`a`,{href:I({with:null},e),children:n.stopComparing})}),G(`div`,{class:`two`,children:i.map((i,a)=>G(`section`,{"aria-label":n.onDate(r.date(i)),children:[G(`p`,{class:`onDate`,children:n.onDate(r.date(i))}),G(t,{at:e,on:i})]},a))})]})}var Xt=4e3;function Z({of:e,children:t}){return G(`div`,{"aria-busy":e.waiting,class:`answer`,children:[e.refusal&&G(Qt,{refusal:e.refusal,again:e.again}),e.waiting&&G(Zt,{},`waiting`),e.answer!==void 0&&!e.refusal&&t(e.answer)]})}function Zt(){let e=U(),[t,n]=M(!1);return N(()=>{let e=setTimeout(()=>n(!0),Xt);return()=>clearTimeout(e)},[]),G(`p`,{role:`status`,class:`waiting`,children:t?e.slow:e.waiting})}function Qt({refusal:e,again:t,kept:n}){let r=U(),i=e.code===`UNREACHABLE`,a=e.code!==`NOT_FOUND`&&!i;return G(`div`,{role:`alert`,class:`refused`,children:[G(`strong`,{children:[r.failed,`.`]}),` `,i?r.unreachable:r.codes[e.code]??e.code,a&&G(`span`,{lang:`en`,children:[` `,e.message,e.help&&` ${e.help}`]}),n&&G(`span`,{children:[` `,r.kept]}),t&&G(`button`,{type:`button`,onClick:t,children:r.again})]})}function $t({contact:e,theme:t}){let n=U(),{viewer:r}=H(),i=Me(),a=en(e,t,e.path?.people[0]?.name??r?.person?.name??``,n),[o,s]=M(null),[c,l]=M(!1);if(!a)return null;let u=o??a.text,d=()=>navigator.clipboard.writeText(u).then(()=>l(!0)),f=`mailto:${encodeURIComponent(a.to)}?subject=${encodeURIComponent(a.subject)}&body=${encodeURIComponent(u)}`;return G(`details`,{class:`draft`,children:[G(`summary`,{children:n.draftTo(a.name)}),G(`p`,{children:G(`strong`,{children:a.subject})}),G(`label`,{for:i,class:`unseen`,children:n.text}),G(`textarea`,{id:i,rows:9,value:u,onInput:e=>s(e.currentTarget.value)}),G(`p`,{class:`actions`,children:[G(`a`,{class:`button`,href:f,children:n.openMail}),G(`button`,{type:`button`,onClick:d,children:n.copy}),G(`span`,{role:`status`,children:c&&n.copied})]})]})}function en(e,t,n,r){let{person:i,path:a,organisation:o}=e,s=a&&a.length>1?a.people[1]:void 0;if(s&&i){let a=[e.function?.title,o.name].filter(Boolean).join(`, `),c=r.draftIntroduce({to:tn(s.name),target:i.name,role:a,theme:t,me:n});return{to:s.email??``,name:s.name,subject:r.draftSubject(i.name),text:c}}let c=i?.email??e.mailbox;if(!c&&!i)return null;let l=i?.name??o.name;return{to:c??``,name:l,subject:r.draftDirectSubject(t),text:r.draftDirect({to:l,theme:t,me:n})}}function tn(e){return e.split(` `)[0]??e}function nn({line:e}){let t=W();return G(`div`,{class:`strip`,"aria-hidden":`true`,children:e.people.map((n,r)=>G(C,{children:[r>0&&G(`span`,{class:`shake`,children:t.percent(e.handshakes[r-1]?.strength??0)}),G(`span`,{class:`stop`,children:[G(Rt,{kind:n.kind}),n.name]})]}))})}function rn({line:e}){let t=U(),n=W();return e.length===0?G(`p`,{children:t.itIsYou}):G(`ol`,{class:`people`,children:e.people.map((r,i)=>G(`li`,{children:[G(K,{node:r}),r.functions[0]&&G(`small`,{children:[` `,[r.functions[0].title,r.functions[0].organisation.name].filter(Boolean).join(`, `)]}),e.handshakes[i]&&G(`small`,{class:`reason`,children:[`↓ `,an(e.handshakes[i],t,n)]})]},r.id))})}function an(e,t,n){let r=e.reasons.map(({kind:e,context:n})=>n?`${t.handshakeReasons[e]} ${n.name}`:t.handshakeReasons[e]);return`${[...new Set(r)].join(`; `)} (${t.strength(n.percent(e.strength))})`}function on({line:e}){let t=U(),n=W();return G(`span`,{children:[t.handshakes(e.length),`, `,t.strength(n.percent(e.strength))]})}function Q(e){return B(nt,{on:e})}function sn(e){return dn(e?.network.sectors??[])}function cn(e){let t=e?.network.municipalities;if(t&&t.totalCount>t.edges.length)return null;let n=new Map;for(let{node:e}of t?.edges??[]){n.set(e.id,e);for(let t of e.within){n.set(t.id,t);for(let e of t.within)n.has(e.id)||n.set(e.id,{...e,within:[]})}}return dn([...n.values()])}function ln({choices:e,on:t,value:n,empty:r}){let i=U(),a=cn(e);return a?G($,{label:i.area,name:`area`,choices:a,value:n,empty:r??i.any}):G(J,{label:i.area,name:`area`,kinds:[`AREA`],on:t,value:n,hint:r??i.any})}function un(e){return(e?.network.coalitions?.edges??[]).map(({node:e})=>({...e,depth:0}))}function dn(e){let t=new Set(e.map(({id:e})=>e)),n=[...e].sort((e,t)=>e.name.localeCompare(t.name,`nl`)),r=[],i=new Set,a=(e,t)=>{if(!i.has(e.id)){i.add(e.id),r.push({id:e.id,name:e.name,depth:t});for(let r of n)r.within.some(({id:t})=>t===e.id)&&a(r,t+1)}};for(let e of n)e.within.some(({id:e})=>t.has(e))||a(e,0);for(let e of n)a(e,0);return r}function $({label:e,name:t,choices:n,value:r,empty:i,required:a,onChange:o}){let s=U(),c=Me();return G(`div`,{children:[G(`label`,{for:c,children:e}),G(`select`,{id:c,name:t,required:a,onChange:e=>o?.(e.currentTarget.value),children:[i!==null&&G(`option`,{value:``,children:i??s.any}),n.map(e=>G(`option`,{value:e.id,selected:e.id===r,children:[`\xA0\xA0`.repeat(e.depth),e.name]},e.id))]},n.length)]})}function fn(e){return Object.entries(e).map(([e,t])=>({id:e,name:t,depth:0}))}function pn({at:e,on:t}){let n=U(),{viewer:r}=H(),i=Q(t).answer;return G(`form`,{class:`question`,onSubmit:Ut(e=>L(F(`contacts`,e))),children:[G($,{label:n.sector,name:`sector`,choices:sn(i),value:e.sector}),G(ln,{choices:i,on:t,value:e.area}),G(Y,{label:n.theme,name:`theme`,defaultValue:e.theme??``,placeholder:n.themeHint,maxLength:200}),G($,{label:n.mandate,name:`mandate`,choices:fn(n.mandates),value:e.mandate}),G(J,{label:n.me,hint:n.meHint,name:`from`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.from??r?.person?.id}),G(`button`,{type:`submit`,class:`main`,children:n.ask})]},`${e.theme??``}`)}function mn({at:e,on:t}){let n=U(),{viewer:r}=H(),i=e.from??r?.person?.id,a={sector:e.sector,area:e.area,theme:e.theme,mandate:e.mandate},o=B(ot,a.sector||a.area||a.theme||a.mandate?{need:a,from:i,on:t}:null);return G(C,{children:[G(`h1`,{children:n.contacts}),G(pn,{at:e,on:t}),G(Z,{of:o,children:({network:t})=>G(C,{children:[!i&&G(`p`,{class:`note`,children:n.noAsker}),t.contacts?.length?G(`ol`,{class:`contacts`,children:t.contacts.map((t,n)=>G(hn,{contact:t,theme:e.theme??``,from:i},t.person?.id??t.organisation.id+n))}):G(`p`,{children:n.noContacts})]})})]})}function hn({contact:e,theme:t,from:n}){let r=U(),{person:i,organisation:a,function:o,deputies:s,path:c}=e;return G(`li`,{class:`contact`,children:[G(`h2`,{children:i?G(K,{node:i}):G(K,{node:a})}),G(`p`,{class:`role`,children:[!i&&r.nobodyKnown,i&&o?.title&&`${o.title}, `,i&&G(K,{node:a})]}),G(gn,{contact:e}),s.length>0&&G(`p`,{children:[r.deputy,`: `,G(q,{nodes:s})]}),c?G(`div`,{class:`path`,children:[G(nn,{line:c}),G(`details`,{children:[G(`summary`,{children:[r.lineTo,`: `,G(on,{line:c})]}),G(rn,{line:c}),i&&n&&G(`a`,{href:F(`line`,{to:i.id}),children:r.alternatives})]})]}):n&&i&&G(`p`,{class:`note`,children:r.noLine}),G($t,{contact:e,theme:t}),G(vn,{contact:e})]})}function gn({contact:{person:e,mailbox:t,phone:n,organisation:r}}){let i=U(),a=t??r.mailbox,o=e?.phone??n;return G(`dl`,{class:`ways`,children:[e?.email&&G(_n,{name:i.email,href:`mailto:${e.email}`,text:e.email}),a&&G(_n,{name:i.mailbox,href:`mailto:${a}`,text:a}),o&&G(_n,{name:i.phone,href:`tel:${o}`,text:o})]})}function _n({name:e,href:t,text:n}){return G(`div`,{children:[G(`dt`,{children:e}),G(`dd`,{children:G(`a`,{href:t,children:n})})]})}function vn({contact:e}){let t=U(),n=W(),r=[`FUNCTION`,`THEME`,`SEAT`,`AREA`];return G(`details`,{children:[G(`summary`,{children:[t.why,`: `,t.points(n.points(e.score))]}),G(`ul`,{children:e.reasons.map((e,i)=>G(`li`,{children:[t.contactReasons[e.kind],r.includes(e.kind)&&`: ${e.text}`,` (`,n.points(e.points),`)`]},i))})]})}function yn({at:e,on:t}){let n=U(),r=B(at,{on:t});return G(C,{children:[G(`h1`,{children:n.contacts}),G(`p`,{children:n.contactsIntro}),G(pn,{at:e,on:t}),G(Z,{of:r,children:({network:e})=>G(C,{children:[G(`h2`,{children:n.coalitions}),G(`ul`,{class:`cards`,children:e.coalitions?.edges.map(({node:e})=>G(`li`,{children:[G(K,{node:e}),G(`small`,{children:[n.phases[e.phase],...e.area.map(e=>e.name)].join(` · `)}),e.representation&&e.representation.required>0?G(bn,{filled:e.representation.filled,required:e.representation.required}):G(`small`,{children:n.noRules})]},e.id))}),G(`h2`,{children:n.programmes}),G(`ul`,{class:`ties`,children:e.programmes?.edges.map(({node:e})=>G(`li`,{children:G(K,{node:e})},e.id))})]})})]})}function bn({filled:e,required:t}){let n=U();return G(`span`,{class:`filled`,children:[G(`progress`,{value:e,max:t,"aria-hidden":`true`}),n.seatsFilled(e,t)]})}var xn=[2,3,4,5,6];function Sn({at:e,on:t}){let n=U(),{viewer:r}=H(),i=e.from??r?.person?.id,a=e.to,o=e.toKind===`organisation`,s=B(st,i&&a?{from:i,to:o?{organisation:a}:{person:a},order:e.order??`FEWEST`,most:Number(e.most??4),first:5,avoid:e.avoid?.split(`,`)??[],via:e.via??null,on:t}:null);return G(C,{children:[G(`h1`,{children:n.line}),G(`p`,{children:n.lineIntro}),G(`form`,{class:`question`,onSubmit:Ut(e=>L(F(`line`,e))),children:[G(J,{label:n.lineFrom,name:`from`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:i,required:!0}),G(Cn,{at:e,on:t}),G(J,{label:n.via,name:`via`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.via}),G(J,{label:n.avoid,name:`avoid`,kinds:[`PERSON`,`ORGANISATION`,`COALITION`],on:t,value:e.avoid?.split(`,`)[0]}),G($,{label:n.order,name:`order`,choices:fn(n.orders),value:e.order??`FEWEST`,empty:null}),G($,{label:n.mostHandshakes,name:`most`,choices:xn.map(e=>({id:String(e),name:n.handshakes(e),depth:0})),value:e.most??`4`,empty:null}),G(`button`,{type:`submit`,class:`main`,children:n.findLine})]}),G(Z,{of:s,children:({network:{contactPaths:t}})=>t?.__typename===`ContactPaths`?G(wn,{lines:t.paths,at:e}):t?G(`div`,{class:`note`,role:`status`,children:[G(`p`,{children:n.noPath[t.reason]}),t.fewestHandshakes&&G(`p`,{children:G(`a`,{href:I({most:String(Math.min(6,t.fewestHandshakes))},e),children:n.handshakes(t.fewestHandshakes)})})]}):null})]})}function Cn({at:e,on:t}){return G(C,{children:[G(J,{label:U().lineTarget,name:`to`,kinds:[`PERSON`,`ORGANISATION`],on:t,value:e.to,required:!0,onPick:e=>{let t=document.querySelector(`input[name=toKind]`);t&&e&&(t.value=e.kind===`PERSON`?``:`organisation`)}}),G(`input`,{type:`hidden`,name:`toKind`,defaultValue:e.toKind??``})]})}function wn({lines:e,at:t}){let n=U(),[r,...i]=e;return r?G(C,{children:[G(Tn,{line:r,at:t,best:!0}),i.length>0&&G(`h2`,{children:n.alternatives}),i.map(e=>G(Tn,{line:e,at:t},e.people.map(e=>e.id).join()))]}):G(`p`,{children:n.nothing})}function Tn({line:e,at:t,best:n}){let r=U(),i=e.people.map(e=>e.id).join(`,`),a=n?`h2`:`h3`,o=t.avoid?`${t.avoid},`:``;return G(`article`,{class:`oneLine`,children:[G(a,{children:G(on,{line:e})}),G(nn,{line:e}),G(rn,{line:e}),G(`p`,{class:`actions`,children:[e.people.slice(1,-1).map(e=>G(C,{children:[G(`a`,{class:`button`,href:I({via:e.id},t),children:r.onlyVia(e.name)}),G(`a`,{class:`button`,href:I({avoid:o+e.id,via:null},t),children:r.notVia(e.name)})]})),G(`a`,{class:`button`,href:F(`draw`,{around:i,path:i}),children:r.drawLine})]})]})}function En(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(t),n.download=e,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),1e3)}function Dn(e){let t=e=>{let t=String(e??``);return`"${(/^[=+\-@\t\r]/.test(t)?`'${t}`:t).replaceAll(`"`,`""`)}"`};return new Blob([`﻿`,...e.map(e=>`${e.map(t).join(`,`)}\r\n`)],{type:`text/csv;charset=utf-8`})}function On({at:e,on:t}){let n=U(),r=Q(t).answer,i={sector:e.sector,area:e.area,coalition:e.coalition,text:e.text},a=B(lt,{filter:i,on:t});return G(C,{children:[G(`h1`,{children:n.list}),G(`p`,{class:`unprinted`,children:n.listIntro}),G(`form`,{class:`question`,onSubmit:Ut(e=>L(F(`list`,e))),children:[G($,{label:n.sector,name:`sector`,choices:sn(r),value:e.sector,empty:n.all}),G(ln,{choices:r,on:t,value:e.area,empty:n.all}),G($,{label:n.coalition,name:`coalition`,choices:un(r),value:e.coalition,empty:n.all}),G(Y,{label:n.search,name:`text`,defaultValue:e.text??``,maxLength:200}),G(`button`,{type:`submit`,class:`main`,children:n.show})]},e.text??``),G(Z,{of:a,children:({network:e})=>G(kn,{network:e,filter:i,on:t},JSON.stringify([i,t]))})]})}function kn({network:e,filter:t,on:n}){let r=U(),i=W(),a=e.people,[o,s]=M([]),[c,l]=M(null);if(!a)return null;let u=[...a.edges.map(e=>e.node),...o],d=async()=>{let e=u,r=a,i=[...a.edges.map(e=>e.node)];for(;r.pageInfo.hasNextPage;){let a=(await R(lt,{filter:t,on:n,after:r.pageInfo.endCursor})).network.people;if(!a)return e;i.push(...a.edges.map(e=>e.node)),r=a}return s(i.slice(a.edges.length)),i},f=e=>()=>d().then(e,l);return G(C,{children:[G(`p`,{class:`actions`,children:[G(`span`,{role:`status`,children:u.length<a.totalCount?r.showingFirst(u.length,a.totalCount):r.found(a.totalCount)}),u.length<a.totalCount&&G(`button`,{type:`button`,onClick:f(()=>void 0),children:r.more}),G(`button`,{type:`button`,onClick:f(()=>setTimeout(print,50)),children:r.print}),G(`button`,{type:`button`,onClick:f(t=>En(`${r.list} ${e.asOf}.csv`,Dn(jn(t,r)))),children:r.spreadsheet})]}),c&&G(Qt,{refusal:c}),G(`p`,{class:`printed`,children:r.onDate(i.date(e.asOf))}),G(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":r.list,children:G(`table`,{class:`who`,children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:r.person}),G(`th`,{scope:`col`,children:r.functions}),G(`th`,{scope:`col`,children:r.seats}),G(`th`,{scope:`col`,children:r.reach})]})}),G(`tbody`,{children:u.map(e=>G(An,{person:e},e.id))})]})})]})}function An({person:e}){return G(`tr`,{children:[G(`th`,{scope:`row`,children:G(K,{node:e})}),G(`td`,{children:e.functions.map((e,t)=>G(`div`,{children:[e.title&&`${e.title}, `,G(K,{node:e.organisation})]},t))}),G(`td`,{children:e.holdings.map(({seat:e})=>G(`div`,{children:G(`a`,{href:F(`node`,{id:e.id}),children:e.name})},e.id))}),G(`td`,{children:[e.email&&G(`div`,{children:G(`a`,{href:`mailto:${e.email}`,children:e.email})}),e.phone&&G(`div`,{children:e.phone}),[...new Set(e.functions.map(e=>e.organisation.mailbox).filter(Boolean))].map(e=>G(`div`,{children:e},e))]})]})}function jn(e,t){return[[t.person,t.jobTitle,t.organisation,t.themes,t.seats,t.email,t.phone,t.mailbox],...e.flatMap(e=>{let t=e.holdings.map(({seat:e})=>`${e.name} (${e.coalition.name})`).join(`; `);return(e.functions.length?e.functions:[null]).map(n=>[e.name,n?.title,n?.organisation.name,n?.themes.join(`; `),t,e.email,e.phone,n?.organisation.mailbox])})]}function Mn({node:e}){let t=U(),n=W();return G(`dl`,{class:`facts`,children:[...Nn(e,t,n),...Pn(e,t,n)].filter(([,e])=>e!=null&&e!==``).map(([e,t])=>G(`div`,{children:[G(`dt`,{children:e}),G(`dd`,{children:t})]},e))})}function Nn(e,t,n){return[[Ln(t.since),e.since&&n.date(e.since)],[Ln(t.until),e.until&&n.date(e.until)]]}function Pn(e,t,n){switch(e.__typename){case`Person`:return[[t.email,e.email&&G(`a`,{href:`mailto:${e.email}`,children:e.email})],[t.phone,e.phone&&G(`a`,{href:`tel:${e.phone}`,children:e.phone})],[t.introducible,e.introducible===null||e.introducible===void 0?null:e.introducible?t.yes:t.no],[t.purpose,e.contactPurpose],[t.retainUntil,e.retainUntil&&n.date(e.retainUntil)]];case`Coalition`:return[[t.ambition,e.ambition],[t.phase,t.phases[e.phase]],[t.inArea,e.area.length?G(q,{nodes:e.area}):null],[t.leads,e.leads.length?G(q,{nodes:e.leads}):null]];case`Seat`:return[[t.state,t.states[e.state]],[t.holder,e.holdings.length?G(q,{nodes:e.holdings.map(e=>e.person)}):null],[t.mandate,t.mandates[e.mandate]],[t.sector,G(K,{node:e.sector})],[t.coalition,G(K,{node:e.coalition})],[t.seatOrganisation,e.organisation&&G(K,{node:e.organisation})],[t.covers,e.covers.length?G(q,{nodes:e.covers}):t.wholeArea]];case`Programme`:return[[t.description,e.programmeDescription],[t.types.ENROLLED_IN[1]??``,e.enrolments.length?G(`ul`,{children:e.enrolments.map(e=>G(`li`,{children:[G(K,{node:e.area}),` `,e.stage]},e.id))}):null]];case`Agreement`:return[[t.form,e.form],[t.description,e.agreementDescription],[t.embeddedIn,e.embeddedIn]];case`Meeting`:return[[t.meetingDate,e.date&&n.date(e.date)]];case`Question`:return[[t.description,e.questionDescription]];case`Recommendation`:return[[t.number,e.number],[t.description,e.recommendationDescription]];case`Observation`:return[[t.indicator,e.indicator],[t.value,e.value===null||e.value===void 0?null:`${n.number(e.value)} ${e.unit??``}`],[t.meetingDate,e.observedDate&&n.date(e.observedDate)]];case`Channel`:return[[t.form,e.channelForm]];case`Sector`:return[[t.weighs,e.weighs.toLowerCase()]];case`Region`:return[[t.municipalities,G(q,{nodes:e.municipalities})]];default:return[...Fn(e,t),...In(e,t,n)]}}function Fn(e,t){let n=e.website&&(/^https?:\/\//.test(e.website)?e.website:`https://${e.website}`);return[[t.mailbox,e.mailbox&&G(`a`,{href:`mailto:${e.mailbox}`,children:e.mailbox})],[t.phone,e.organisationPhone&&G(`a`,{href:`tel:${e.organisationPhone}`,children:e.organisationPhone})],[t.website,n&&G(`a`,{href:n,rel:`noreferrer`,target:`_blank`,children:e.website})],[t.address,[e.street,[e.postcode,e.town].filter(Boolean).join(` `)].filter(Boolean).join(`, `)],[t.registerCodes,e.codes.map(({system:e,code:t})=>`${e.replace(`_`,` `)} ${t}`).join(`, `)]]}function In(e,t,n){if(e.__typename===`School`)return[[t.educationTypes,e.educationTypes.join(`, `)],[t.pupilsByYear,e.pupils.map(({year:e,count:t})=>`${e}: ${n.number(t)}`).join(` · `)]];let r=e=>e==null?null:n.number(e);return e.__typename===`ChildcareLocation`?[[t.childcarePlaces,r(e.places)]]:e.__typename===`Municipality`?[[t.inhabitants,r(e.inhabitants)],[t.childrenBelow16,r(e.children)]]:[]}function Ln(e){return e.charAt(0).toUpperCase()+e.slice(1)}function Rn({id:e,at:t,on:n}){let r=U(),i=B(gt,{id:e,on:n});return G(`section`,{children:[G(`h2`,{children:r.delegation}),G(Z,{of:i,children:({network:{representation:i}})=>i?.cells.length?G(C,{children:[G(`p`,{children:G(bn,{filled:i.filled,required:i.required})}),G(zn,{cells:i.cells,at:t,on:n}),G(Un,{representation:i,coalition:e,at:t})]}):G(`p`,{children:r.noRules})})]})}function zn({cells:e,at:t,on:n}){let r=U(),i=W(),a=Bn(e),o=[...new Map(e.flatMap(e=>e.municipality?[[e.municipality.id,e.municipality]]:[])).values()];return G(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":n?`${r.delegation}, ${i.date(n)}`:r.delegation,children:G(`table`,{class:`delegation`,children:[G(`caption`,{children:r.delegationCaption}),G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:r.rule}),o.length?o.map(e=>G(`th`,{scope:`col`,children:G(`a`,{href:F(`node`,{id:e.id}),children:e.name})},e.id)):G(`th`,{scope:`col`,children:r.wholeArea})]})}),G(`tbody`,{children:a.map(e=>G(`tr`,{children:[G(`th`,{scope:`row`,children:[Vn(e.rule),G(`small`,{children:r.atLeast(e.rule.minimum,r.mandates[e.rule.mandate])})]}),e.rule.per===`COALITION`?e.cells.map(e=>G(Hn,{cell:e,at:t,span:Math.max(1,o.length)},e.id)):o.map(({id:n})=>{let r=e.cells.find(e=>e.municipality?.id===n);return r?G(Hn,{cell:r,at:t,span:1},n):G(`td`,{},n)})]},e.key))})]})})}function Bn(e){let t=[];for(let n of e){let e=JSON.stringify([n.rule.sectors.map(({id:e})=>e),n.rule.minimum,n.rule.per,n.rule.mandate]),r=t.find(t=>t.key===e&&!t.cells.some(e=>e.municipality?.id===n.municipality?.id));r?r.cells.push(n):t.push({key:t.some(t=>t.key===e)?`${e}${t.length}`:e,rule:n.rule,cells:[n]})}return t}function Vn(e){return e.sectors.map(({name:e})=>e).join(` / `)}function Hn({cell:e,at:t,span:n}){let r=U(),i=t.cell===e.id;return G(`td`,{colSpan:n,class:`cell ${e.state}`,children:G(`a`,{href:I({cell:i?null:e.id},t),"aria-current":i?`true`:void 0,children:[r.states[e.state],e.rule.minimum>1&&G(`small`,{children:r.of(e.filled,e.rule.minimum)}),G(`span`,{class:`unseen`,children:[`: `,Vn(e.rule),`, `,e.municipality?.name??r.wholeArea]})]})})}function Un({representation:e,coalition:t,at:n}){let r=U(),i=e.cells.find(e=>e.id===n.cell),a=e.gaps.filter(e=>!i||e.cell.id===i.id);return G(C,{children:[i&&G(Wn,{cell:i}),G(`h2`,{children:r.gaps}),i&&G(`p`,{children:G(`a`,{href:I({cell:null},n),children:r.showAllGaps})}),e.gaps.length===0&&G(`p`,{children:r.noGaps}),G(`ol`,{class:`gaps`,children:a.map(e=>G(Gn,{gap:e,coalition:t},e.cell.id))})]})}function Wn({cell:e}){let t=U();return G(`section`,{class:`chosen`,"aria-live":`polite`,children:[G(`h3`,{children:[Vn(e.rule),`, `,e.municipality?.name??t.wholeArea,`: `,t.states[e.state]]}),G(`ul`,{children:[e.seats.map(e=>G(`li`,{children:[G(K,{node:e}),`: `,t.states[e.state],`, `,t.mandates[e.mandate],` `,e.holdings.map(({id:e,person:t})=>G(K,{node:t},e))]},e.id)),e.seats.length===0&&G(`li`,{children:t.states.NO_SEAT})]})]})}function Gn({gap:e,coalition:t}){let n=U(),r=W(),{cell:i}=e;return G(`li`,{class:`gap`,children:[G(`h3`,{children:[Vn(i.rule),`, `,i.municipality?.name??n.wholeArea,` `,G(`span`,{class:`state ${i.state}`,children:n.states[i.state]})]}),G(`p`,{children:[n.weight,`: `,qn(e,n,r)]}),G(`h4`,{children:n.candidates}),e.candidates.length===0&&G(`p`,{children:n.noCandidates}),G(`ul`,{class:`ties`,children:e.candidates.map(n=>G(Kn,{candidate:n,gap:e,coalition:t},n.person.id))})]})}function Kn({candidate:e,gap:t,coalition:n}){let r=U(),i=H(),a=e.function,o=t.cell.seats.find(e=>!e.until&&(e.state===`VACANT`||e.state===`EXPIRED`)),s=[a&&[a.title,a.organisation.name].filter(Boolean).join(`, `),e.handshakes===null||e.handshakes===void 0?r.candidateFar:r.nearMember(e.handshakes),r.seatsHeld(e.seatsHeld)],c=e.path?.people.slice(0,-1).map(({name:e})=>e),l=o?F(`write`,{do:`appoint`,seat:o.id,person:e.person.id}):F(`write`,{do:`seat`,coalition:n,sector:t.cell.rule.sectors[0]?.id,covers:t.cell.municipality?.id,mandate:t.cell.rule.mandate,organisation:a?.organisation.id,person:e.person.id});return G(`li`,{children:[G(K,{node:e.person}),` `,G(`small`,{children:s.filter(Boolean).join(` · `)}),c&&c.length>0&&G(`small`,{children:[` (`,r.via.toLowerCase(),` `,c.join(` – `),`)`]}),Et(i)&&G(`span`,{class:`deeds unprinted`,children:G(`a`,{href:l,"aria-label":`${o?r.appointHere:r.openSeatHere}: ${e.person.name}`,children:o?r.appointHere:r.openSeatHere})})]})}function qn({weight:e},t,n){let r=[Jn(e.pupils,t.pupils,n),Jn(e.places,t.places,n),Jn(e.children,t.children,n)].filter(Boolean);if(!r.length)return t.weightUnknown;let i=e.share===null||e.share===void 0?``:` (${t.share(n.percent(e.share))})`;return r.join(`, `)+i}function Jn(e,t,n){return e==null?``:t(n.number(e))}function Yn({at:e,on:t}){let n=e.id??``;return G(Z,{of:B(pt,n?{id:n,on:t}:null),children:({network:n})=>n.node?G(Xn,{node:n.node,at:e,on:t},n.node.id):null})}function Xn({node:e,at:t,on:n}){let r=U();return G(`article`,{children:[G(`p`,{class:`kind`,children:[G(Rt,{kind:e.kind}),` `,r.kinds[e.kind]]}),G(`h1`,{children:e.name}),G(Zn,{node:e}),G(Mn,{node:e}),e.__typename===`Coalition`&&G(Rn,{id:e.id,at:t,on:n}),e.__typename===`Person`&&G(Qn,{node:e}),G($n,{node:e,on:n}),G(rr,{node:e,on:n})]})}function Zn({node:e}){let t=U(),n=H(),r=e.__typename===`Person`,i=`mailbox`in e;return G(`p`,{class:`actions unprinted`,children:[G(`a`,{class:`button`,href:F(`draw`,{around:e.id}),children:t.drawThis}),(r||i)&&G(`a`,{class:`button`,href:F(`line`,{to:e.id,toKind:r?null:`organisation`}),children:t.lineHere}),e.__typename===`Coalition`&&G(`a`,{class:`button`,href:F(`list`,{coalition:e.id}),children:t.list}),Et(n)&&G(C,{children:[e.__typename===`Seat`&&G(`a`,{class:`button`,href:F(`write`,{do:`appoint`,seat:e.id}),children:t.appointHere}),e.__typename===`Coalition`&&G(C,{children:[G(`a`,{class:`button`,href:F(`write`,{do:`seat`,coalition:e.id}),children:t.openSeatHere}),G(`a`,{class:`button`,href:F(`write`,{do:`meeting`,coalition:e.id}),children:t.tasks.meeting})]}),G(`a`,{class:`button`,href:F(`write`,{do:`confirm`,what:e.id}),children:t.confirmThis}),Tt(n)&&G(C,{children:[G(`a`,{class:`button`,href:F(`write`,{do:`end`,what:e.id}),children:t.endThis}),G(`a`,{class:`button`,href:F(`write`,{do:`merge`,keep:e.id}),children:t.tasks.merge})]})]})]})}function Qn({node:e}){let t=U(),n=W();return e.handshakes?.edges.length?G(`section`,{children:[G(`h2`,{children:t.nearestPeople}),G(`ul`,{class:`ties`,children:e.handshakes.edges.slice(0,8).map(({node:r})=>{let i=r.to.id===e.id?r.from:r.to;return G(`li`,{children:[G(K,{node:i}),` `,G(`small`,{children:an(r,t,n)})]},i.id)})})]}):null}function $n({node:e,on:t}){let n=U(),r=e.relations,[i,a]=M([]),[o,s]=M(r?.pageInfo.hasNextPage?r.pageInfo.endCursor:null),c=H(),[l,u]=M(!1);if(!r?.edges.length)return null;let d=[...r.edges.map(e=>e.node),...i];return G(`section`,{children:[G(`div`,{class:`headed`,children:[G(`h2`,{children:n.relations}),Et(c)&&G(`button`,{type:`button`,class:`unprinted`,"aria-pressed":l,onClick:()=>u(!l),children:n.write})]}),er(e.id,d,(e,t)=>n.types[e][t]??e).map(({title:e,ties:t})=>G(`section`,{class:`group`,children:[G(`h3`,{children:[e,` `,G(`small`,{children:[`(`,t.length,`)`]})]}),G(`ul`,{class:`ties`,children:t.map(({tie:e,other:t})=>G(nr,{tie:e,other:t,keeping:l},e.id))})]},e)),o&&G(`p`,{children:[n.of(d.length,r.totalCount),` `,G(`button`,{type:`button`,onClick:async()=>{let n=(await R(mt,{id:e.id,on:t,after:o})).network.node?.relations;a([...i,...n?.edges.map(e=>e.node)??[]]),s(n?.pageInfo.hasNextPage?n.pageInfo.endCursor:null)},children:n.more})]})]})}function er(e,t,n){let r=new Map;for(let i of t){let t=i.from.id===e,a=n(i.type,+!t),o=r.get(a)??{title:a,ties:[]};o.ties.push({tie:i,other:t?i.to:i.from}),r.set(a,o)}return[...r.values()]}var tr=[`title`,`themes`,`strength`,`stage`,`adopted`];function nr({tie:e,other:t,keeping:n}){let r=U(),i=W(),a=tr.map(t=>e.properties[t]).flat().filter(Boolean).join(`, `),o=[e.since&&`${r.since} ${i.date(e.since)}`,e.until&&`${r.until} ${i.date(e.until)}`],s=`${a||r.types[e.type][0]}: ${t.name}`;return G(`li`,{children:[G(K,{node:t}),` `,G(`small`,{children:[a,...o,e.confirmedAt&&`${r.confirmed} ${i.date(e.confirmedAt)}`].filter(Boolean).join(` · `)}),n&&G(`span`,{class:`deeds unprinted`,children:[G(`a`,{href:F(`write`,{do:`confirm`,what:e.id,named:s}),"aria-label":`${r.confirmThis}: ${s}`,children:r.confirmThis}),G(`a`,{href:F(`write`,{do:`end`,what:e.id,named:s}),"aria-label":`${r.endThis}: ${s}`,children:r.endThis})]})]})}function rr({node:e,on:t}){let n=U(),r=W(),[i,a]=M(!1),o=B(ht,i?{id:e.id,on:t}:null);return G(`section`,{class:`around`,children:[e.predecessors.length>0&&G(`p`,{children:[n.before,`: `,G(q,{nodes:e.predecessors})]}),e.successors.length>0&&G(`p`,{children:[n.after,`: `,G(q,{nodes:e.successors})]}),G(`h2`,{children:n.sources}),G(`p`,{children:e.confirmedAt?`${n.confirmed} ${r.date(e.confirmedAt)}`:n.neverConfirmed}),e.sources.length?G(`ul`,{children:e.sources.map((e,t)=>G(`li`,{children:[e.url&&/^https?:/.test(e.url)?G(`a`,{href:e.url,rel:`noreferrer`,target:`_blank`,children:e.title}):e.title,e.retrieved&&` (${r.date(e.retrieved)})`]},t))}):G(`p`,{children:n.unsourced}),G(`details`,{onToggle:e=>a(e.currentTarget.open),class:`unprinted`,children:[G(`summary`,{children:n.showHistory}),G(Z,{of:o,children:({network:e})=>G(`ol`,{class:`history`,children:e.node?.history?.map(e=>G(`li`,{children:[r.date(e.at),`: `,e.because,` `,e.by&&`(${n.doneBy} ${e.by})`]},e.version))})})]})]})}function ir({at:e,on:t}){let n=U(),r=Q(t).answer,{text:i=``,kind:a,sector:o,area:s,after:c}=e,l=B(it,i?{text:i,kinds:a?[a]:null,sector:o,area:s,on:t,after:c}:null);return G(C,{children:[G(`h1`,{children:n.search}),G(`form`,{class:`question`,onSubmit:Ut(e=>L(F(`search`,e))),children:[G(Y,{label:n.text,name:`text`,defaultValue:i,placeholder:n.searchHint,required:!0,maxLength:200}),G($,{label:n.kind,name:`kind`,choices:fn(n.kinds),value:a,empty:n.all}),G($,{label:n.sector,name:`sector`,choices:sn(r),value:o,empty:n.all}),G(ln,{choices:r,on:t,value:s,empty:n.all}),G(`button`,{type:`submit`,class:`main`,children:n.search})]},i),G(Z,{of:l,children:({network:{search:t}})=>G(C,{children:[G(`p`,{role:`status`,children:t?.totalCount?n.found(t.totalCount):n.nothing}),G(`ul`,{class:`results`,children:t?.edges.map(({node:e})=>G(`li`,{children:[G(K,{node:e}),` `,G(`small`,{children:Mt(e,n)})]},e.id))}),t?.pageInfo.hasNextPage&&G(`a`,{href:I({after:t.pageInfo.endCursor},e),children:n.more})]})})]})}function ar(e){let t=U(),n=W(),r=H(),i=B(dt,Tt(r)?{}:null);return G(C,{children:[G(`h1`,{children:t.work}),G(`p`,{children:r.viewer&&!Tt(r)?t.forStewards:t.workIntro}),G(Z,{of:i,children:({worklist:e})=>G(C,{children:[G(`h2`,{children:[t.notAsked,` `,G(`small`,{children:[`(`,e?.confirmations?.totalCount??0,`)`]})]}),G(`ul`,{class:`ties`,children:e?.confirmations?.edges.map(({node:e})=>G(`li`,{children:[G(K,{node:e.person}),` `,G(`small`,{children:[t.confirmationStates[e.state],`, `,t.askedOn.toLowerCase(),` `,n.date(e.askedAt)]}),G(or,{id:e.person.id,name:e.person.name})]},e.person.id))}),!e?.confirmations?.edges.length&&G(`p`,{children:t.nothing}),G(`h2`,{children:[t.retention,` `,G(`small`,{children:[`(`,e?.retentionDue?.totalCount??0,`)`]})]}),G(`ul`,{class:`ties`,children:e?.retentionDue?.edges.map(({node:e})=>G(`li`,{children:[G(K,{node:e}),` `,G(`small`,{children:[t.retainUntil.toLowerCase(),` `,n.date(e.retainUntil)]})]},e.id))}),!e?.retentionDue?.edges.length&&G(`p`,{children:t.nothing})]})})]})}function or({id:e,name:t}){let n=U();return G(`span`,{class:`deeds`,children:G(`a`,{href:F(`write`,{do:`confirm`,what:e}),"aria-label":`${n.confirmThis}: ${t}`,children:n.confirmThis})})}function sr(e){let[t,n]=M([]),[r,i]=M(``);return{found:t,look:async t=>{if(r===t)return!0;let a=await cr(t,e);return n(a),i(t),a.length===0}}}async function cr(e,t){let n=e.match(/[\p{L}\p{N}'’.-]*[\p{L}\p{N}]/gu)??[],r=[...new Set([n.join(` `),n.at(-1)??``])].filter(e=>e.length>1),i=(await Promise.all(r.map(e=>R(rt,{text:e,kinds:t,first:5})))).flatMap(e=>e.network.search?.edges.map(e=>e.node)??[]);return[...new Map(i.map(e=>[e.id,e])).values()].slice(0,6)}function lr({found:e}){let t=U();return e.length?G(`div`,{class:`note wideField`,role:`status`,children:[G(`p`,{children:[G(`strong`,{children:t.maybeKnown}),` `,t.maybeKnownHint]}),G(`ul`,{class:`ties`,children:e.map(e=>G(`li`,{children:[G(K,{node:e}),` `,G(`small`,{children:Mt(e,t)})]},e.id))})]}):null}function ur({write:e,shows:t,before:n,withoutReason:r,children:i,button:a}){let o=U(),[s,c]=M(!1),[l,u]=M(null),[d,f]=M(null),p=P(null),m=async()=>{if(!p.current||s)return;let r=Ht(p.current);c(!0),u(null),f(null);try{if(n&&!await n(r))return;let i=await e(r);$e();let a=i&&(t?t(i,r):i.ids[0]);f({version:i?.change?.version,because:r.because??``,shown:a||void 0})}catch(e){u(e instanceof Je?e:new Je(`INTERNAL`,String(e)))}finally{c(!1)}};return G(C,{children:[G(`form`,{ref:p,class:`question`,onSubmit:e=>{e.preventDefault(),m()},children:[i,!r&&G(Y,{label:o.because,name:`because`,hint:o.becauseHint,required:!0,maxLength:500}),G(`button`,{type:`submit`,class:`main`,disabled:s,children:a??o.save})]}),l&&G(Qt,{refusal:l,kept:!0}),d&&G(dr,{saved:d},d.version??0)]})}function dr({saved:e}){let t=U(),n=H(),[r,i]=M(!1),[a,o]=M(null),{version:s,because:c,shown:l}=e;return G(`div`,{class:`saved`,role:`status`,children:[G(`p`,{children:r?t.undone:s===void 0?t.savedNothing:t.saved(s)}),!r&&G(`p`,{class:`actions`,children:[l&&G(`a`,{class:`button`,href:F(`node`,{id:l}),children:t.openSaved}),s!==void 0&&(Tt(n)?G(`button`,{type:`button`,onClick:async()=>{if(s!==void 0)try{await R(Ct,{version:s,because:t.undoBecause(c||String(s))}),$e(),i(!0)}catch(e){o(e)}},children:t.undo}):G(`small`,{children:t.undoByStewards}))]}),a&&G(Qt,{refusal:a})]})}function fr(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==``&&e!=null))}function pr(e){return(e??``).split(`,`).map(e=>e.trim()).filter(Boolean)}var mr={OTHER_ORGANISATION:`OtherOrganisation`,ASSOCIATION:`Association`,SCHOOL:`School`,SCHOOL_BOARD:`SchoolBoard`,CHILDCARE_PROVIDER:`ChildcareProvider`,CHILDCARE_LOCATION:`ChildcareLocation`,HEALTH_SERVICE:`HealthService`,PARTNERSHIP:`Partnership`,JOINT_ARRANGEMENT:`JointArrangement`,MINISTRY:`Ministry`};function hr({at:e,on:t}){let n=U(),r=Q(t).answer,i=sr([`ORGANISATION`]),a=Object.keys(mr).map(e=>({id:mr[e],name:n.kinds[e],depth:0}));return G(ur,{before:e=>i.look(e.name??``),write:async e=>(await R(_t,{lines:gr(e),because:e.because??``})).put,children:[G(Y,{label:n.fullName,name:`name`,required:!0,maxLength:200}),G($,{label:n.kind,name:`kind`,choices:a,value:`OtherOrganisation`,empty:null}),G($,{label:n.sector,name:`sector`,choices:sn(r),value:e.sector,empty:n.unknown}),G(ln,{choices:r,on:t,value:e.area,empty:n.unknown}),G(J,{label:n.partOf,name:`partOf`,kinds:[`ORGANISATION`],on:t}),G(Y,{label:n.mailbox,name:`mailbox`,type:`email`}),G(Y,{label:n.phone,name:`phone`,type:`tel`}),G(Y,{label:n.website,name:`website`}),G(lr,{found:i.found})]})}function gr(e){let{name:t,kind:n,sector:r,area:i,partOf:a,mailbox:o,phone:s,website:c}=e,l=(e,t)=>t?[{relation:e,from:`_:new`,to:t}]:[];return[fr({node:n,id:`_:new`,name:t,mailbox:o,phone:s,website:c}),...l(`IN_SECTOR`,r),...l(`LOCATED_IN`,i),...l(`PART_OF`,a)]}function _r({at:e,on:t}){let n=U(),r=sr([`PERSON`]);return G(ur,{before:e=>r.look(e.name??``),write:async e=>(await R(_t,{lines:vr(e),because:e.because??``})).put,children:[G(Y,{label:n.fullName,name:`name`,required:!0,maxLength:200}),G(Y,{label:n.email,name:`email`,type:`email`}),G(Y,{label:n.phone,name:`phone`,type:`tel`}),G(Y,{label:n.purpose,name:`contactPurpose`}),G(Y,{label:n.retainUntil,name:`retainUntil`,type:`date`}),G(J,{label:n.worksAt,name:`organisation`,kinds:[`ORGANISATION`],on:t,value:e.organisation}),G(Y,{label:n.jobTitle,name:`title`}),G(Y,{label:n.themes,name:`themes`}),G(Y,{label:n.sinceDate,name:`since`,type:`date`,defaultValue:X()}),G(lr,{found:r.found})]})}function vr(e){let{name:t,email:n,phone:r,contactPurpose:i,retainUntil:a,organisation:o,title:s,themes:c,since:l}=e,u=fr({node:`Person`,id:`_:new`,name:t,email:n,phone:r,contactPurpose:i,retainUntil:a}),d=pr(c),f=fr({relation:`WORKS_FOR`,from:`_:new`,to:o,title:s,themes:d.length?d:null,since:l});return o?[u,f]:[u]}function yr({at:e,on:t}){let n=U();return G(ur,{shows:(e,t)=>t.seat,write:async({seat:e=``,person:t=``,since:n=``,because:r=``})=>(await R(vt,{seat:e,person:t,since:n,because:r})).appoint,children:[G(J,{label:n.seat,name:`seat`,kinds:[`SEAT`],on:t,value:e.seat,required:!0}),G(J,{label:n.who,name:`person`,kinds:[`PERSON`],on:t,value:e.person,required:!0}),G(Y,{label:n.sinceDate,name:`since`,type:`date`,required:!0,defaultValue:X()})]})}function br({at:e,on:t}){let n=U(),r=e.do===`end`,i=e.named;return G(ur,{withoutReason:!r,button:r?n.endThis:n.confirmThis,shows:(e,t)=>i?void 0:t.what,write:async({what:e=``,until:t=``,because:n=``})=>r?(await R(bt,{ids:[e],until:t,because:n})).end:(await R(xt,{ids:[e]})).confirm,children:[i?G(`p`,{class:`wideField`,children:[G(`strong`,{children:i}),G(`input`,{type:`hidden`,name:`what`,value:e.what})]}):G(J,{label:n.what,name:`what`,on:t,value:e.what,required:!0}),r?G(Y,{label:n.endOn,name:`until`,type:`date`,required:!0,defaultValue:X()}):G(`p`,{class:`wideField`,children:n.confirmIntro})]})}var xr=/[^\s<>,;()"']+@[^\s<>,;()"']+/,Sr=4;function Cr(e){return e.split(/[\n;]/).map(wr).filter(({name:e})=>e)}function wr(e){let t=xr.exec(e)?.[0]??``,[n=``,r=``]=(e.replace(xr,` `).replace(/[<>()"]/g,` `).split(`	`)[0]??``).replace(/^[\s\d.*•·–-]+/,``).trim().split(`,`).map(e=>e.trim());return{name:(r&&!n.includes(` `)&&r.split(` `).length<=2?`${r} ${n}`:n).replace(/\s+/g,` `),email:t}}async function Tr(e){let t=[];for(let n=0;n<e.length;n+=Sr){let r=e.slice(n,n+Sr);t.push(...await Promise.all(r.map(async e=>({attendee:e,candidates:await Er(e)}))))}return t}async function Er({name:e}){let t=await cr(e,[`PERSON`]),n=t.filter(t=>Dr(t.name)===Dr(e));return n.length?n:t}function Dr(e){return e.normalize(`NFD`).replace(/\p{M}/gu,``).toLowerCase()}var Or=`new`;function kr({at:e,on:t}){let n=U(),r=Q(t).answer,i=Me(),[a,o]=M(``),[s,c]=M([]),[l,u]=M(null);return G(ur,{write:e=>jr(e,s),children:[G(Y,{label:n.meetingName,name:`name`,required:!0,maxLength:200}),G(Y,{label:n.meetingDate,name:`date`,type:`date`,required:!0,max:X(),defaultValue:X()}),G($,{label:n.coalition,name:`coalition`,choices:un(r),value:e.coalition,empty:`–`}),G(`div`,{class:`wideField`,children:[G(`label`,{for:i,children:n.attendance}),G(`textarea`,{id:i,rows:6,value:a,onInput:e=>o(e.currentTarget.value),"aria-describedby":`${i}-hint`}),G(`small`,{id:`${i}-hint`,children:n.attendanceHint}),G(`p`,{children:G(`button`,{type:`button`,onClick:async()=>{try{u(null),c((await Tr(Cr(a))).map(e=>({...e,chosen:e.candidates.length===1?e.candidates[0]?.id??``:``})))}catch(e){u(e)}},children:n.recognise})}),l&&G(Qt,{refusal:l,kept:!0}),s.length>0&&G(Ar,{rows:s,choose:(e,t)=>c(s.map((n,r)=>r===e?{...n,chosen:t}:n))})]})]})}function Ar({rows:e,choose:t}){let n=U(),r=H();return G(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":n.recognised,children:G(`table`,{children:[G(`caption`,{children:n.recognised}),G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:n.onTheList}),G(`th`,{scope:`col`,children:n.inTheNetwork})]})}),G(`tbody`,{children:e.map((e,i)=>G(`tr`,{children:[G(`th`,{scope:`row`,children:[e.attendee.name,` `,e.attendee.email&&G(`small`,{children:e.attendee.email})]}),G(`td`,{children:G(`select`,{"aria-label":e.attendee.name,value:e.chosen,onChange:e=>t(i,e.currentTarget.value),children:[G(`option`,{value:``,children:n.leaveOut}),e.candidates.map(e=>G(`option`,{value:e.id,children:[e.name,` (`,Mt(e,n),`)`]},e.id)),Tt(r)&&G(`option`,{value:Or,children:n.addNew})]})})]},i))})]})})}async function jr(e,t){let{name:n=``,date:r=``,coalition:i,because:a=``}=e,o=[...new Set(t.map(e=>e.chosen).filter(e=>e&&e!==Or))],s=t.filter(e=>e.chosen===Or);if(!s.length)return(await R(yt,{name:n,date:r,attendees:o,coalition:i||null,because:a})).recordMeeting;let c=s.map(({attendee:e},t)=>fr({node:`Person`,id:`_:p${t}`,name:e.name,email:e.email})),l=[...o,...c.map(e=>e.id)].map(e=>({relation:`ATTENDED`,from:e,to:`_:meeting`}));return(await R(_t,{lines:[{node:`Meeting`,id:`_:meeting`,name:n,date:r},...i?[{relation:`HELD_BY`,from:`_:meeting`,to:i}]:[],...c,...l],because:a})).put}function Mr({at:e,on:t}){let n=U(),[r,i]=M(e.keep??``),[a,o]=M(e.absorb??``);return G(C,{children:[G(`p`,{children:n.mergeIntro}),G(ur,{shows:()=>r,write:async({because:e=``})=>(await R(St,{keep:r,absorb:a,because:e})).merge,children:[G(J,{label:n.keep,on:t,value:r,required:!0,onPick:e=>i(e?.id??``)}),G(J,{label:n.absorb,on:t,value:a,required:!0,onPick:e=>o(e?.id??``)}),G(`button`,{type:`button`,onClick:()=>{i(a),o(r)},children:n.swap}),G(`div`,{class:`two wideField`,children:[G(Nr,{id:r,on:t}),G(Nr,{id:a,on:t})]})]})]})}function Nr({id:e,on:t}){let n=B(pt,e?{id:e,on:t}:null).answer?.network.node;return G(`div`,{children:e&&n?.id===e&&G(C,{children:[G(K,{node:n}),G(Mn,{node:n})]})})}function Pr({at:e,on:t}){let n=U(),r=Q(t).answer,[i,a]=M(e.coalition??``),o=Fr(i,t);return G(ur,{write:async e=>(await R(_t,{lines:Ir(e),because:e.because??``})).put,children:[G($,{label:n.coalition,name:`coalition`,choices:un(r),value:i,empty:n.choose,required:!0,onChange:a}),G(Y,{label:n.seatName,name:`name`,required:!0,maxLength:200}),G($,{label:n.sector,name:`sector`,choices:sn(r),value:e.sector,empty:n.choose,required:!0}),G($,{label:n.mandate,name:`mandate`,choices:fn(n.mandates),value:e.mandate??`ADVISE`,empty:null}),G(J,{label:n.seatOrganisation,name:`organisation`,kinds:[`ORGANISATION`],on:t,value:e.organisation}),G(J,{label:n.holder,name:`person`,kinds:[`PERSON`],on:t,value:e.person}),G(Y,{label:n.sinceDate,name:`since`,type:`date`,required:!0,defaultValue:X()}),G(`fieldset`,{class:`wideField`,children:[G(`legend`,{children:[n.covers,` (`,n.coversHint,`)`]}),o.map(({id:t,name:n})=>G(`label`,{children:[G(`input`,{type:`checkbox`,name:`covers`,value:t,defaultChecked:pr(e.covers).includes(t)}),n]},t))]})]})}function Fr(e,t){let n=B(pt,e?{id:e,on:t}:null).answer?.network.node,r=n?.__typename===`Coalition`?n.area[0]?.id:void 0,i=B(pt,r?{id:r,on:t}:null).answer?.network.node;return i&&`municipalities`in i?i.municipalities:[]}function Ir(e){let{coalition:t,name:n,sector:r,mandate:i,organisation:a,person:o,since:s,covers:c}=e,l=fr({node:`Seat`,id:`_:seat`,name:n,sector:r,mandate:i,since:s}),u=(e,t)=>t?[{relation:e,from:`_:seat`,to:t,since:s}]:[];return[l,...u(`SEAT_IN`,t),...u(`SEAT_FOR`,a),...pr(c).flatMap(e=>u(`COVERS`,e)),...o?[{relation:`HOLDS`,from:o,to:`_:seat`,since:s}]:[]]}var Lr={person:_r,organisation:hr,appoint:yr,seat:Pr,meeting:kr,confirm:br,end:br,merge:Mr},Rr=[`person`,`organisation`,`merge`];function zr({at:e,on:t}){let n=U(),r=H(),i=Object.keys(Lr).find(t=>t===e.do);if(r.viewer&&!Et(r))return G(Br,{});if(!i)return G(C,{children:[G(`h1`,{children:n.write}),G(`p`,{children:n.writeIntro}),G(`ul`,{class:`cards`,children:Object.keys(Lr).filter(e=>Tt(r)||!Rr.includes(e)).map(e=>G(`li`,{children:G(`a`,{href:F(`write`,{do:e}),children:n.tasks[e]})},e))})]});let a=Lr[i];return G(`div`,{class:`write`,children:[G(`p`,{children:G(`a`,{href:F(`write`),children:n.write})}),G(`h1`,{children:n.tasks[i]}),G(a,{at:e,on:t},i)]})}function Br(){let e=U();return G(C,{children:[G(`h1`,{children:e.write}),G(`p`,{class:`note`,children:e.mayNotWrite})]})}function Vr(){return document.createElement(`canvas`).getContext(`webgl2`)!==null}function Hr(e){let t=new Map,n=new Map,r=!1;for(let{network:i}of e){for(let e of i.neighbourhood?.nodes??[])t.set(e.id,{...e,group:Ft(e.kind)});for(let e of i.neighbourhood?.relations??[])n.set(e.id,{...e,from:e.from.id,to:e.to.id});r||=i.neighbourhood?.truncated??!1}let i=[...n.values()].filter(({from:e,to:n})=>t.has(e)&&t.has(n));return{nodes:[...t.values()],relations:i,truncated:r}}function Ur(e,t,n){let r=n?new Set([n,...Wr(e,n)]):null,i=e.nodes.filter(e=>!t.has(e.group)&&(!r||r.has(e.id))),a=new Set(i.map(({id:e})=>e));return{...e,nodes:i,relations:e.relations.filter(({from:e,to:t})=>a.has(e)&&a.has(t))}}function Wr(e,t){let n=e.relations.flatMap(({from:e,to:n})=>e===t?[n]:n===t?[e]:[]);return[...new Set(n)]}var Gr=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Kr=function(e,t){return new URL(e,t).href},qr={},Jr=function(e){return e.pathname.endsWith(`.css`)},Yr=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Xr=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Kr(t,n);let r=s(t),i=Jr(r);return Yr(qr,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Gr,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})};function Zr({piece:e,at:t,chosen:n,choose:r,lit:i}){let a=U(),o=P(null),s=P(null),c=P({at:t,choose:r});c.current={at:t,choose:r};let[l,u]=M(`laying`),[d,f]=M(0),[p,m]=M(0);N(()=>{let e=!1;return Vr()?(Xr(async()=>{let{picture:e}=await import(`./picture.js`);return{picture:e}},[],import.meta.url).then(({picture:t})=>{!e&&o.current&&(s.current=t(o.current,{choose:e=>c.current.choose(e),moved:(e,t,n)=>L(I({pinned:ri({...ni(c.current.at),[e]:{x:t,y:n}})},c.current.at)),lost:()=>m(e=>e+1)}),f(e=>e+1))}),()=>{e=!0,s.current?.kill(),s.current=null}):u(`impossible`)},[p]);let h={chosen:n,path:t.path?.split(`,`)??[],lit:e=>!i||i.has(e)};N(()=>{let n=!1;return u(e=>e===`impossible`?e:`laying`),s.current?.look(h),s.current?.show(e,ni(t)).then(()=>!n&&u(`drawn`)),()=>{n=!0}},[e,d,t.pinned]),N(()=>{s.current?.look(h)},[n,t.path,i,d,l]);let g=e.nodes.find(({id:e})=>e===n);return l===`impossible`?G(`p`,{class:`note`,children:a.noWebGL}):G(`div`,{class:`picture`,children:[G(`div`,{class:`canvas`,ref:o,role:`application`,tabIndex:0,"aria-label":a.drawingLabel,"aria-busy":l===`laying`,onKeyDown:i=>{let a=ei(i.key);a&&(i.preventDefault(),a===`open`&&n?L(F(`node`,{id:n})):a===`release`?r(null):a===`pin`&&n?L(I({pinned:ii(t,n,s.current?.positions()??{})},t)):a===`in`||a===`out`?s.current?.zoom(a):typeof a==`object`&&r(ti(e,n,a,s.current?.positions()??{})))}}),G(`p`,{role:`status`,"aria-live":`polite`,class:`live`,children:l===`laying`?a.layingOut:g?`${g.name}, ${a.kinds[g.kind]}, ${a.neighbours(Wr(e,g.id).length)}`:` `}),G(`p`,{class:`actions`,children:[G(`button`,{type:`button`,onClick:()=>s.current?.zoom(`in`),children:a.zoomIn}),G(`button`,{type:`button`,onClick:()=>s.current?.zoom(`out`),children:a.zoomOut}),G(`button`,{type:`button`,onClick:()=>s.current?.zoom(`all`),children:a.zoomAll}),G(`button`,{type:`button`,onClick:()=>history.back(),children:a.undo}),G(`button`,{type:`button`,onClick:()=>void s.current?.png(a.name),children:a.savePicture}),G(`button`,{type:`button`,onClick:()=>s.current&&En(`${a.name}.svg`,new Blob([s.current.svg()],{type:`image/svg+xml`})),children:a.saveSvg})]})]})}var Qr={ArrowRight:{x:1,y:0},ArrowLeft:{x:-1,y:0},ArrowUp:{x:0,y:1},ArrowDown:{x:0,y:-1}},$r={Enter:`open`,Escape:`release`,p:`pin`,P:`pin`,"+":`in`,"-":`out`};function ei(e){return Qr[e]??$r[e]}function ti(e,t,n,r){if(!t)return e.nodes[0]?.id??null;let i=r[t],a=Wr(e,t);if(!i||!a.length)return e.nodes[(e.nodes.findIndex(({id:e})=>e===t)+1)%e.nodes.length]?.id??null;let o=e=>{let{x:t,y:a}=r[e]??i,[o,s]=[t-i.x,a-i.y];return(o*n.x+s*n.y)/(Math.hypot(o,s)||1)};return a.reduce((e,t)=>o(t)>o(e)?t:e)}function ni(e){let t=(e.pinned??``).split(`,`).flatMap(e=>{let[,t,n,r]=/^(.+)@(-?[\d.]+):(-?[\d.]+)$/.exec(e)??[];return t?[[t,{x:Number(n),y:Number(r)}]]:[]});return Object.fromEntries(t)}function ri(e){return Object.entries(e).map(([e,{x:t,y:n}])=>`${e}@${t.toFixed(1)}:${n.toFixed(1)}`).join(`,`)}function ii(e,t,n){let{[t]:r,...i}=ni(e),a=n[t]??{x:0,y:0};return ri(r?i:{...i,[t]:a})}function ai({piece:e}){let t=U(),n=new Map(e.nodes.map(e=>[e.id,e])),r=e=>n.get(e),i=new Set(e.relations.flatMap(({from:e,to:t})=>[e,t])),a=e.nodes.filter(({id:e})=>!i.has(e)),o=()=>{let n=e.relations.map(({type:e,from:n,to:i,since:a,until:o})=>[r(n)?.name,t.types[e][0],r(i)?.name,a,o]);En(`${t.draw}.csv`,Dn([[t.from,t.relation,t.to,t.since,t.until],...n,...a.map(({name:e})=>[e])]))},[s,c]=M(!Vr());return G(`details`,{class:`table`,open:s,onToggle:e=>c(e.currentTarget.open),children:[G(`summary`,{children:t.drawnTable}),s&&G(oi,{piece:e,alone:a,named:r,save:o})]})}function oi({piece:e,alone:t,named:n,save:r}){let i=U(),a=W();return G(C,{children:[G(`p`,{class:`actions`,children:G(`button`,{type:`button`,onClick:r,children:i.saveTable})}),G(`div`,{class:`wide`,tabIndex:0,role:`region`,"aria-label":i.drawnTable,children:G(`table`,{children:[G(`thead`,{children:G(`tr`,{children:[G(`th`,{scope:`col`,children:i.from}),G(`th`,{scope:`col`,children:i.relation}),G(`th`,{scope:`col`,children:i.to}),G(`th`,{scope:`col`,children:i.since})]})}),G(`tbody`,{children:[e.relations.map(({id:e,type:t,from:r,to:o,since:s})=>{let[c,l]=[n(r),n(o)];return G(`tr`,{children:[G(`td`,{children:c&&G(K,{node:c})}),G(`td`,{children:i.types[t][0]}),G(`td`,{children:l&&G(K,{node:l})}),G(`td`,{children:s&&a.date(s)})]},e)}),t.map(e=>G(`tr`,{children:G(`td`,{colSpan:4,children:G(K,{node:e})})},e.id))]})]})})]})}function si({node:e,piece:t,at:n,on:r,release:i}){let a=U(),o=B(pt,{id:e.id,on:r}).answer?.network.node?.relations?.edges.map(e=>e.node)??[],s=(n.more??``).split(`,`).filter(Boolean),c=[...new Set(o.map(({type:e})=>e))].map(n=>{let r=new Set(t.relations.map(({id:e})=>e)),i=o.filter(e=>e.type===n&&!r.has(e.id)),s=o.find(e=>e.type===n);return{type:n,count:i.length,word:a.types[n][s?.from.id===e.id?0:1]}});return G(`section`,{class:`chosen`,children:[G(`h2`,{children:a.selected}),G(K,{node:e}),` `,G(`small`,{children:a.neighbours(Wr(t,e.id).length)}),G(`p`,{class:`actions`,children:[n.focus===e.id?G(`button`,{type:`button`,onClick:()=>L(I({focus:null},n)),children:a.zoomAll}):G(`button`,{type:`button`,onClick:()=>L(I({focus:e.id},n)),children:a.focus}),G(`a`,{class:`button`,href:F(`draw`,{around:e.id}),children:a.drawThis}),G(`button`,{type:`button`,onClick:i,children:[`×`,G(`span`,{class:`unseen`,children:[` `,a.remove]})]})]}),c.filter(({count:e})=>e>0).map(({type:t,count:r,word:i})=>G(`button`,{type:`button`,class:`addition`,onClick:()=>L(I({more:[...new Set([...s,`${e.id}:${t}`])].join(`,`)},n)),children:[a.expand,`: `,i,` (`,r,`)`]},t))]})}var ci=80;function li(e,t,n){let{sector:r,area:i,coalition:a}=t,o=!!(r||i||a),[s,c]=M(null);if(N(()=>{if(!o||!e)return c(null);let t=!0;return ui(e,n).then(e=>t&&c(e),()=>void 0),()=>{t=!1}},[e,o,n]),!o||!s)return null;let l=(e,t)=>!t||e.includes(t),u=[...s].filter(([,e])=>l(e.sectors,r)&&l(e.areas,i)&&l(e.coalitions,a));return new Set(u.map(([e])=>e))}async function ui(e,t){let n=new Map;for(let r=0;r<e.nodes.length;r+=ci){let{network:i}=await R(ft,{ids:e.nodes.slice(r,r+ci).map(({id:e})=>e),on:t});for(let e of i.nodes)e&&n.set(e.id,di(e))}return n}function di(e){let t={sectors:[],areas:e.kind===`MUNICIPALITY`?[e.id]:[],coalitions:[]};return`locatedIn`in e?{sectors:fi(e.sectors),areas:[...t.areas,...fi(e.locatedIn)],coalitions:fi(e.coalitions)}:e.__typename===`Person`?{sectors:e.functions.flatMap(e=>fi(e.organisation.sectors)),areas:e.functions.flatMap(e=>fi(e.organisation.locatedIn)),coalitions:e.holdings.map(({seat:e})=>e.coalition.id)}:e.__typename===`Seat`?{sectors:[e.sector.id],areas:fi(e.covers),coalitions:[e.coalition.id]}:e.__typename===`Coalition`?{...t,areas:fi(e.area),coalitions:[e.id]}:e.__typename===`Sector`?{...t,sectors:[e.id]}:t}function fi(e){return e.map(({id:e})=>e)}var pi=[1,2,3],mi=1e3;function hi({at:e,on:t}){let n=U(),{piece:r,refusal:i,again:a}=vi(e,t),[o,s]=M(null),c=Ae(()=>new Set(yi(e.hidden)),[e.hidden]),l=Ae(()=>r?Ur(r,c,e.focus):null,[r,c,e.focus]),u=li(l,e,t),d=l?.nodes.find(({id:e})=>e===o);return G(C,{children:[G(`h1`,{children:n.draw}),G(`p`,{children:n.drawIntro}),G(`form`,{class:`question`,onSubmit:Ut(({around:e,steps:t})=>e&&L(F(`draw`,{around:e,steps:t}))),children:[G(J,{label:n.around,name:`around`,on:t,value:yi(e.around)[0],required:!0}),G($,{label:n.steps,name:`steps`,choices:pi.map(e=>({id:String(e),name:n.stepsAway(e),depth:0})),value:e.steps??`1`,empty:null}),G(`button`,{type:`submit`,class:`main`,children:n.draw})]}),i&&G(Qt,{refusal:i,again:a}),e.around&&!r&&!i&&G(`p`,{role:`status`,class:`waiting`,children:n.waiting}),l&&r&&G(C,{children:[l.truncated&&G(`p`,{class:`note`,children:n.truncated}),e.path&&G(`p`,{children:n.emphasised}),G(`div`,{class:`drawing`,children:[G(Zr,{piece:l,at:e,chosen:o,choose:s,lit:u}),G(`div`,{class:`beside`,children:[G(gi,{piece:r,hidden:c,at:e}),d&&G(si,{node:d,piece:r,at:e,on:t,release:()=>s(null)},d.id),G(_i,{at:e,on:t})]})]}),G(ai,{piece:l})]})]})}function gi({piece:e,hidden:t,at:n}){let r=U(),i=Object.keys(Nt).flatMap(t=>{let n=e.nodes.filter(e=>e.group===t);return n[0]?[{group:t,count:n.length,kind:n[0].kind,kinds:[...new Set(n.map(e=>r.kinds[e.kind]))]}]:[]});return G(`section`,{children:[G(`h2`,{children:r.legend}),G(`small`,{children:r.legendHint}),G(`ul`,{class:`legend`,children:i.map(({group:e,count:r,kind:i,kinds:a})=>{let o=t.has(e)?[...t].filter(t=>t!==e):[...t,e];return G(`li`,{children:G(`button`,{type:`button`,"aria-pressed":!t.has(e),onClick:()=>L(I({hidden:o.join(`,`)},n)),children:[G(Rt,{kind:i}),a.join(`, `),` (`,r,`)`]})},e)})})]})}function _i({at:e,on:t}){let n=U(),r=Q(t).answer,i=t=>n=>L(I({[t]:n},e));return G(`section`,{class:`facets`,children:[G(`h2`,{children:n.facets}),G($,{label:n.sector,name:`sector`,choices:sn(r),value:e.sector,empty:n.all,onChange:i(`sector`)}),G($,{label:n.area,name:`area`,choices:cn(r)??[],value:e.area,empty:n.all,onChange:i(`area`)}),G($,{label:n.coalition,name:`coalition`,choices:un(r),value:e.coalition,empty:n.all,onChange:i(`coalition`)})]})}function vi(e,t){let[n,r]=M({}),[i,a]=M(0),{around:o,steps:s,more:c}=e;return N(()=>{if(!o)return r({});let e=!0,n=[R(ut,{around:yi(o),steps:Number(s??1),limit:mi,on:t}),...yi(c).map(e=>{let[n=``,r=``]=e.split(`:`);return R(ut,{around:[n],steps:1,types:[r],limit:mi,on:t})})];return Promise.all(n).then(t=>e&&r({piece:Hr(t)}),t=>e&&r({refusal:t})),()=>{e=!1}},[o,s,c,t,i]),{...n,again:()=>a(i+1)}}function yi(e){return e?e.split(`,`).filter(Boolean):[]}var bi={home:yn,search:ir,contacts:mn,line:Sn,node:Yn,list:On,draw:hi,work:ar,write:zr};function xi(){let e=Ge(),t=At(e),n=jt(t),r=B(tt,{}),i=wi(),a=We(e);Ci(`${a} ${e.id??``}`),N(()=>{document.documentElement.lang=t},[t]),N(()=>{document.title=a===`home`?n.name:`${n[a===`node`?`details`:a]} · ${n.name}`},[a,n]);let o={viewer:r.answer?.viewer,version:r.answer?.network.version,signIn:i};return G(kt.Provider,{value:{words:n,language:t},children:G(wt.Provider,{value:o,children:[G(`a`,{class:`skip`,href:`#main`,children:n.skip}),G(Wt,{at:e}),G(`main`,{id:`main`,tabIndex:-1,class:`view-${a}`,children:[r.refusal&&r.refusal.code===`UNAUTHENTICATED`&&G(Qt,{refusal:r.refusal,again:r.again}),G(Si,{at:e})]}),G(Jt,{})]})})}function Si({at:e}){let t=bi[We(e)],n=[`node`,`contacts`,`list`,`home`,`line`].includes(We(e));return!e.with||!n?G(t,{at:e,on:e.on}):G(Yt,{at:e,View:t})}function Ci(e){let t=P(e);N(()=>{t.current!==e&&(t.current=e,window.scrollTo(0,0),document.getElementById(`main`)?.focus({preventScroll:!0}))},[e])}function wi(){let[e,t]=M(!1);return N(()=>{fetch(`explorer/service.json`).then(e=>e.json()).then(e=>t(e.signIn),()=>void 0)},[]),e}document.addEventListener(`click`,Ke);var Ti=document.getElementById(`page`);Ti&&(Ti.replaceChildren(),he(G(xi,{}),Ti));export{It as n,Nt as t};