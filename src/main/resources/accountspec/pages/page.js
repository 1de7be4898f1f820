'use strict';
(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const items = all('.clause, .finding, .rule').map(element => ({ element, text: '' }));
  const search = document.getElementById('search');
  all('.tools').forEach(tools => { tools.hidden = false; }); // without this script they would do nothing
  const status = document.querySelector('.shown');
  const nothing = document.querySelector('.nothing');
  const buttons = all('.filters button');
  const statements = items.filter(item => !item.element.classList.contains('finding'));

  function fits(item, words, verdicts) {
    const verdict = item.element.dataset.verdict;
    if (verdicts.size && verdict && !verdicts.has(verdict)) return false;
    if (!words.length) return true;
    item.text ||= item.element.textContent.toLowerCase();
    return words.every(word => item.text.includes(word));
  }

  function filter() {
    const words = search ? search.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    const verdicts = new Set(buttons.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.verdict));
    const filtered = words.length > 0 || verdicts.size > 0;
    for (const item of items) item.element.hidden = !fits(item, words, verdicts);
    for (const group of all('.group')) group.hidden = !group.querySelector('.clause:not([hidden]), .rule:not([hidden])');
    const shown = statements.filter(item => !item.element.hidden).length;
    if (status) status.textContent = filtered ? `${shown} of ${statements.length} statements shown` : '';
    if (nothing) nothing.hidden = shown > 0;
  }

  function clear() {
    if (search) search.value = '';
    buttons.forEach(button => button.setAttribute('aria-pressed', 'false'));
    filter();
  }

  function follow() {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) clear();
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView({ behavior: 'instant', block: 'start' });
    const focus = target.tagName === 'DETAILS' ? target.querySelector('summary') : null;
    if (focus) focus.focus({ preventScroll: true });
  }

  if (search) search.addEventListener('input', filter);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      filter();
    });
  }
  document.getElementById('clear')?.addEventListener('click', () => { clear(); search.focus(); });
  document.addEventListener('keydown', event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && search && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'Escape' && event.target === search) {
      clear();
    }
  });

  const openAll = document.getElementById('open-all');
  if (openAll) {
    openAll.hidden = false;
    openAll.addEventListener('click', () => {
      const open = openAll.textContent === 'Open all';
      all('.clause').forEach(clause => { clause.open = open; });
      openAll.textContent = open ? 'Close all' : 'Open all';
    });
  }

  for (const button of all('.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const pre = button.parentElement.querySelector('pre');
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(pre);
        button.textContent = 'Selected';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
  }

  addEventListener('beforeprint', () => all('.finding > details').forEach(part => { part.open = true; }));
  addEventListener('hashchange', follow);
  // A link to where one is already would otherwise do nothing.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) follow();
  });
  follow();
})();
