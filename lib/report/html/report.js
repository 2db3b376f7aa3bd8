// The HTML report's script: unfolds long lists, narrows the findings down, shows a term's definition beside it, opens everything for print. The page
// is whole without it.
'use strict';

// --- Stretches: what is beyond the first view of a long list stands in <noscript>, as text. A stretch is unfolded into elements when it comes near
// the view, when something in it is wanted, and when there is nothing else to do: then the browser's own search finds everything. ---

const stretches = Array.from(document.querySelectorAll('.stretch'), (element) => {
  const folded = element.querySelector(':scope > noscript');
  element.classList.toggle('folded', folded !== null);
  return { element, text: folded?.textContent, narrowed: null };
});
const stretchOf = new Map(stretches.map((stretch) => [stretch.element, stretch]));
const near = new IntersectionObserver((seen) => seen.forEach((one) => one.isIntersecting && unfold(stretchOf.get(one.target))), { rootMargin: '1500px' });

function unfold(stretch) {
  if (stretch.text === undefined) return;
  near.unobserve(stretch.element);
  stretch.element.innerHTML = stretch.text;
  stretch.element.classList.remove('folded');
  stretch.text = undefined;
  if (stretch.narrowed) showNarrowed(stretch);
}

/// The element of that id, unfolded where it has to be.
function elementOf(id) {
  const there = document.getElementById(id);
  if (there || !/^[\w-]+$/.test(id)) return there;
  const stretch = stretches.find((one) => one.text?.includes(` id="${id}"`));
  if (stretch) unfold(stretch);
  return document.getElementById(id);
}

for (const stretch of stretches) if (stretch.text !== undefined) near.observe(stretch.element);
const folded = stretches.filter((stretch) => stretch.text !== undefined);
const whenIdle = (work) => (window.requestIdleCallback ? requestIdleCallback(work) : setTimeout(() => work({ timeRemaining: () => 0 }), 100));
const unfoldInTime = (time) => {
  do {
    const stretch = folded.shift();
    if (!stretch) return;
    unfold(stretch);
  } while (time.timeRemaining() > 20);
  whenIdle(unfoldInTime);
};
window.addEventListener('load', () => setTimeout(() => whenIdle(unfoldInTime), 1000));

// --- The form that narrows the findings down. ---

function showNarrowed(stretch) {
  stretch.element.querySelectorAll('article').forEach((article, n) => {
    if (article.hidden === stretch.narrowed[n]) article.hidden = !stretch.narrowed[n];
  });
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => entities[name]);

/// What a stretch has to be searched by: for each of its findings the attributes and the words.
function findingsOf(stretch) {
  stretch.findings ??= stretch.text === undefined
    ? Array.from(stretch.element.querySelectorAll('article'), (article) => ({ ...article.dataset, words: article.textContent.toLowerCase() }))
    : stretch.text.split('</article>').slice(0, -1).map((html) => {
      const finding = { words: plain(html).toLowerCase() };
      for (const [, name, value] of html.slice(0, html.indexOf('>')).matchAll(/ data-(\w+)="([^"]*)"/g)) finding[name] = value;
      return finding;
    });
  return stretch.findings;
}

const form = document.getElementById('filters');
const lists = stretches.filter((stretch) => stretch.element.closest('#found'));
const groups = Array.from(document.querySelectorAll('#found .group')).reverse(); // inner before outer

function narrow() {
  const wanted = ['severity', 'family', 'document', 'introduced'].map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
  const words = form.elements.words.value.trim().toLowerCase();
  let count = 0;
  let all = 0;
  for (const stretch of lists) {
    const findings = findingsOf(stretch);
    stretch.narrowed = findings.map((finding) => wanted.every(([name, value]) => finding[name] === value) && finding.words.includes(words));
    const fitting = stretch.narrowed.filter(Boolean).length;
    stretch.element.hidden = fitting === 0;
    stretch.element.style.setProperty('--lines', fitting);
    if (stretch.text === undefined) showNarrowed(stretch);
    count += fitting;
    all += findings.length;
  }
  for (const group of groups) group.hidden = !group.querySelector('.stretch:not([hidden])');
  document.getElementById('shown').textContent = count === all ? `${count} ${count === 1 ? 'finding' : 'findings'}` : `${count} of ${all} findings`;
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', narrow);
  form.addEventListener('reset', () => setTimeout(narrow));
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const stretch of lists) whenIdle(() => findingsOf(stretch));
}

// --- Where a link leads: it must be there, and not be narrowed away, before the browser goes there. ---

const target = () => decodeURIComponent(location.hash.slice(1));
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || !showTarget(link.hash.slice(1))) return;
  keepInView();
});
window.addEventListener('hashchange', () => goToTarget());

function showTarget(id) {
  const element = elementOf(id);
  if (element?.closest('#found') && element.closest('[hidden]')) {
    form.reset();
    narrow();
  }
  return element;
}

function goToTarget() {
  const there = document.getElementById(target());
  if (there && !there.closest('[hidden]')) return;
  if (!showTarget(target())) return;
  location.replace(location.hash);
  keepInView();
}

/// What is unfolded around the target moves it: it is fetched back until the page keeps its height, unless somebody scrolls.
let scrolled = 0;
function keepInView(calm = 20, before = 0, begun = scrolled) {
  requestAnimationFrame(() => {
    if (begun !== scrolled || calm === 0) return;
    document.querySelector(':target')?.scrollIntoView();
    const height = document.documentElement.scrollHeight;
    keepInView(height === before ? calm - 1 : 20, height, begun);
  });
}
for (const kind of ['wheel', 'touchstart', 'keydown', 'mousedown']) window.addEventListener(kind, () => (scrolled += 1), { passive: true });
if (location.hash && !document.getElementById(target())) goToTarget();

// The definition of a term, on hover and on focus.
const meaning = document.getElementById('meaning');
let described = null; // the link that the definition on show belongs to
const hideMeaning = () => {
  meaning.hidden = true;
  described?.removeAttribute('aria-describedby');
  described = null;
};
const showMeaning = (element) => {
  const link = element?.closest?.('a.term');
  const entry = link && elementOf(link.hash.slice(1));
  if (!entry) return;
  hideMeaning();
  const sentences = Array.from(entry.querySelectorAll('dfn, .meaning'), (part) => part.textContent);
  meaning.textContent = `${sentences.shift()}: ${sentences.join(' / ')}`;
  meaning.hidden = false;
  const place = link.getBoundingClientRect();
  const left = Math.min(place.left, document.documentElement.clientWidth - meaning.offsetWidth - 8);
  meaning.style.left = `${Math.max(8, left) + scrollX}px`;
  meaning.style.top = `${place.bottom + scrollY + 4}px`;
  link.setAttribute('aria-describedby', 'meaning');
  described = link;
};
document.addEventListener('mouseover', (event) => showMeaning(event.target));
document.addEventListener('focusin', (event) => showMeaning(event.target));
document.addEventListener('focusout', hideMeaning);
// A mouse that leaves one term leaves the definition of the term in focus standing.
document.addEventListener('mouseout', (event) => {
  if (event.target.closest?.('a.term') !== described) return;
  if (document.activeElement !== described) hideMeaning();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hideMeaning();
});

// The rows of a long table that did not come with the first view: column by column, a value that many rows have once.
const cellAt = ({ cells, values, rows }, n) => cells?.[n] ?? values[rows?.[n] ?? 0];
const showRest = (button) => {
  const body = document.getElementById(`${button.dataset.table}-table`).tBodies[0];
  const { count, columns } = JSON.parse(document.getElementById(button.dataset.rows).textContent);
  const fragment = document.createDocumentFragment();
  for (let at = 0; at < count; at += 1) {
    const row = fragment.appendChild(document.createElement('tr'));
    columns.map((column) => cellAt(column, at)).forEach((cell, n) => {
      const element = row.appendChild(document.createElement(n === 0 ? 'th' : 'td'));
      if (n === 0) element.scope = 'row';
      else if (typeof cell === 'number') element.className = 'figure';
      element.textContent = cell === 0 ? '–' : cell;
    });
  }
  body.append(fragment);
  button.closest('p').remove();
};
for (const button of document.querySelectorAll('button.more')) button.addEventListener('click', () => showRest(button));

window.addEventListener('beforeprint', () => {
  stretches.forEach(unfold);
  for (const button of document.querySelectorAll('button.more')) showRest(button);
  for (const details of document.querySelectorAll('details')) details.open = true;
});
