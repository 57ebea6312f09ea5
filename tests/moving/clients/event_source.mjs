// EventSource as browsers have it: says what it hears, a line each. node event_source.mjs ADDRESS DOCUMENT
import { EventSource } from 'eventsource';

const [, , url, query] = process.argv;
const say = (word, value = null) => console.log(JSON.stringify([word, value]));
const source = new EventSource(`${url}?query=${encodeURIComponent(query)}`);
source.onopen = () => say('connected');
source.onerror = (event) => {
  say('error', event.code ?? null);
  if (source.readyState === EventSource.CLOSED) say('closed');
};
source.addEventListener('next', (event) => say('next', [Number(event.lastEventId), JSON.parse(event.data)]));
source.addEventListener('complete', () => {
  say('complete');
  source.close();
});
