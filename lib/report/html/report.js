// The HTML report's script: narrows the findings down, shows a term's definition beside it, opens everything for print. The page is whole without it.
'use strict';

const form = document.getElementById('filters');
if (form) {
  const findings = Array.from(document.querySelectorAll('#found article'), (article) => ({ article, words: null }));
  const groups = Array.from(document.querySelectorAll('#found .group')).reverse(); // inner before outer
  const shown = document.getElementById('shown');

  const fits = (finding, words) => {
    const { article } = finding;
    for (const name of ['severity', 'family', 'document', 'introduced'])
      if (form.elements[name].value && form.elements[name].value !== article.dataset[name]) return false;
    if (words === '') return true;
    finding.words ??= article.textContent.toLowerCase();
    return finding.words.includes(words);
  };

  const narrow = () => {
    const words = form.elements.words.value.trim().toLowerCase();
    let count = 0;
    for (const finding of findings) {
      const fit = fits(finding, words);
      if (finding.article.hidden === fit) finding.article.hidden = !fit;
      count += fit ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector('article:not([hidden])');
    shown.textContent = count === findings.length ? `${count} ${count === 1 ? 'finding' : 'findings'}` : `${count} of ${findings.length} findings`;
  };

  form.hidden = false;
  form.addEventListener('input', narrow);
  form.addEventListener('reset', () => setTimeout(narrow));
  form.addEventListener('submit', (event) => event.preventDefault());
  // A link to a finding that is narrowed away shows it again.
  window.addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest('#found') || !target.hidden) return;
    form.reset();
    narrow();
    target.scrollIntoView();
  });
}

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
  const entry = link && document.getElementById(link.hash.slice(1));
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

// The rows of a long table that did not come with the first view.
const showRest = (button) => {
  const body = document.getElementById(`${button.dataset.table}-table`).tBodies[0];
  const rows = JSON.parse(document.getElementById(button.dataset.rows).textContent);
  const fragment = document.createDocumentFragment();
  for (const cells of rows) {
    const row = fragment.appendChild(document.createElement('tr'));
    cells.forEach((cell, n) => {
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
  for (const button of document.querySelectorAll('button.more')) showRest(button);
  for (const details of document.querySelectorAll('details')) details.open = true;
});
