/* Every page works without this file. ES5 only.
   All words come from data attributes, so every language works. */
(function () {
  'use strict';
  var doc = document;

  function each(selector, job) {
    var found = doc.querySelectorAll(selector), i;
    for (i = 0; i < found.length; i += 1) { job(found[i]); }
  }
  function fill(text, n) { return (text || '{n}').replace('{n}', String(n)); }
  function later(job, wait) {
    var timer;
    return function () { clearTimeout(timer); timer = setTimeout(job, wait); };
  }
  function attr(el, name) { return el.getAttribute(name) || ''; }
  /* An emoji is one sign. */
  function length(text) {
    return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '_').length;
  }
  function make(tag, className, text) {
    var el = doc.createElement(tag);
    el.className = className || '';
    el.textContent = text || '';
    return el;
  }
  function keep(name, value) {
    try {
      if (value === undefined) { return localStorage.getItem(name); }
      localStorage.setItem(name, value);
    } catch (e) { }
    return null;
  }

  /* 1. Errors: move focus to the summary. */
  each('.error-summary', function (box) { box.focus(); });

  /* 2. Characters left: <textarea data-limit="2000" data-left="…{n}…" data-over="…{n}…"> */
  each('textarea[data-limit]', function (area) {
    var limit = parseInt(attr(area, 'data-limit'), 10), line, spoken, speak;
    if (!(limit > 0)) { return; }
    line = make('p', 'character-count');
    line.setAttribute('aria-hidden', 'true');
    spoken = make('p', 'visually-hidden');
    spoken.setAttribute('role', 'status');
    area.parentNode.insertBefore(line, area.nextSibling);
    area.parentNode.insertBefore(spoken, line.nextSibling);
    function words() {
      var left = limit - length(area.value);
      return left < 0 ? fill(attr(area, 'data-over'), -left) : fill(attr(area, 'data-left'), left);
    }
    speak = later(function () {
      spoken.textContent = limit - length(area.value) <= limit / 5 ? words() : '';
    }, 1200);
    function show() {
      line.textContent = words();
      line.className = 'character-count' + (length(area.value) > limit ? ' over-limit' : '');
    }
    area.addEventListener('input', function () { show(); speak(); });
    show();
  });

  /* 3. Ask before a long text is lost: <form data-confirm-leave>, or
     ="unsaved" when the server shows unsaved text again. */
  each('form[data-confirm-leave]', function (form) {
    var sending = false;
    function unsaved() {
      var areas = form.querySelectorAll('textarea'), i, value;
      for (i = 0; i < areas.length; i += 1) {
        value = areas[i].value;
        if (value.length > 40 && (value !== areas[i].defaultValue ||
            attr(form, 'data-confirm-leave') === 'unsaved')) { return true; }
      }
      return false;
    }
    form.addEventListener('submit', function () { sending = true; });
    window.addEventListener('pageshow', function () { sending = false; });
    window.addEventListener('beforeunload', function (event) {
      if (sending || !unsaved()) { return; }
      event.preventDefault();
      event.returnValue = '';
    });
  });

  /* 4. Copy link: <button hidden data-copy-link="/ideer/12" data-copied="…" data-failed="…"> */
  each('[data-copy-link]', function (button) {
    var status = make('span', 'meta'), link = doc.createElement('a');
    status.setAttribute('role', 'status');
    button.parentNode.insertBefore(status, button.nextSibling);
    button.hidden = false;
    link.href = attr(button, 'data-copy-link') || location.href.split('#')[0];
    function say(ok) {
      status.textContent = ' ' + (ok ? attr(button, 'data-copied') : attr(button, 'data-failed') + ' ' + link.href);
    }
    function oldWay() {
      var field = doc.createElement('textarea'), ok = false;
      field.value = link.href;
      field.className = 'visually-hidden';
      field.setAttribute('readonly', '');
      doc.body.appendChild(field);
      field.focus();
      field.setSelectionRange(0, field.value.length);
      try { ok = doc.execCommand('copy'); } catch (e) { ok = false; }
      doc.body.removeChild(field);
      button.focus();
      say(ok);
    }
    button.addEventListener('click', function () {
      if (navigator.clipboard && navigator.clipboard.writeText) {
        navigator.clipboard.writeText(link.href).then(function () { say(true); }, oldWay);
      } else { oldWay(); }
    });
  });

  /* 5. Similar ideas: <div data-similar-url="/…" data-similar-field="field-id"
     data-found="…{n}…" hidden> with a [role=status] and an empty <ul>. */
  each('[data-similar-url]', function (box) {
    var field = doc.getElementById(attr(box, 'data-similar-field')) || box.querySelector('input[type=text], textarea'),
      list = box.querySelector('ul'), status = box.querySelector('[role=status]'), request = null, asked = '';
    if (!field || !list) { return; }

    function safe(url) { return typeof url === 'string' && /^\/(?![\/\\])/.test(url); }
    function show(ideas) {
      var count = 0, i, idea, row, link;
      while (list.firstChild) { list.removeChild(list.firstChild); }
      for (i = 0; i < ideas.length && count < 5; i += 1) {
        idea = ideas[i];
        if (idea && idea.title && safe(idea.url)) {
          count += 1;
          row = make('li');
          link = make('a', '', String(idea.title));
          link.href = idea.url;
          link.lang = String(idea.language || '');
          link.dir = 'auto';
          row.appendChild(link);
          row.appendChild(make('span', 'meta', (idea.number ? idea.number + ' · ' : '') + (idea.reason || '')));
          list.appendChild(row);
        }
      }
      box.hidden = box.contains(field) ? false : count === 0;
      list.hidden = count === 0;
      if (status) { status.textContent = count ? fill(attr(box, 'data-found'), count) : ''; }
    }
    function ask() {
      var text = field.value.replace(/\s+/g, ' ').trim().slice(0, 200), url = attr(box, 'data-similar-url');
      if (text === asked) { return; }
      asked = text;
      if (request) { request.abort(); request = null; }
      if (text.length < 8) { show([]); return; }
      var call = request = new XMLHttpRequest();
      call.open('GET', url + (url.indexOf('?') < 0 ? '?' : '&') + 'text=' + encodeURIComponent(text));
      call.setRequestHeader('Accept', 'application/json');
      call.onload = function () {
        var answer;
        if (call !== request || call.status !== 200) { return; }
        try { answer = JSON.parse(call.responseText); } catch (e) { return; }
        show(answer && answer.ideas && answer.ideas.length ? answer.ideas : []);
      };
      call.send();
    }
    field.addEventListener('input', later(ask, 600));
  });

  /* 6. What a search may become: <input data-completions-url="/…">, shown by the browser itself. */
  each('input[data-completions-url]', function (field) {
    var list = make('datalist'), request = null, asked = '';
    list.id = field.id + '-completions';
    field.parentNode.appendChild(list);
    field.setAttribute('list', list.id);
    field.setAttribute('autocomplete', 'off');

    function show(words) {
      var i, option;
      while (list.firstChild) { list.removeChild(list.firstChild); }
      for (i = 0; i < words.length; i += 1) {
        option = make('option');
        option.value = String(words[i]);
        list.appendChild(option);
      }
    }
    function ask() {
      var text = field.value.slice(0, 200);
      if (text === asked) { return; }
      asked = text;
      if (request) { request.abort(); request = null; }
      if (text.length < 2) { show([]); return; }
      var call = request = new XMLHttpRequest();
      call.open('GET', attr(field, 'data-completions-url') + '?q=' + encodeURIComponent(text));
      call.setRequestHeader('Accept', 'application/json');
      call.onload = function () {
        var answer;
        if (call !== request || call.status !== 200) { return; }
        try { answer = JSON.parse(call.responseText); } catch (e) { return; }
        show(answer && answer.completions && answer.completions.length ? answer.completions : []);
      };
      call.send();
    }
    field.addEventListener('input', later(ask, 200));
  });

  /* 7. Queue: J = next, K = previous in <ol data-queue>;
     <button hidden data-queue-keys> turns the keys off (WCAG 2.1.4). */
  each('[data-queue]', function (queue) {
    var on = keep('queue-keys') !== 'off', button = doc.querySelector('[data-queue-keys]');
    function mark() { button.setAttribute('aria-pressed', on ? 'true' : 'false'); }
    if (button) {
      button.hidden = false;
      mark();
      button.addEventListener('click', function () {
        on = !on;
        keep('queue-keys', on ? 'on' : 'off');
        mark();
      });
    }
    doc.addEventListener('keydown', function (event) {
      var key = (event.key || '').toLowerCase(), active = doc.activeElement, rows = queue.children, now = -1, i;
      if (!on || (key !== 'j' && key !== 'k') || event.ctrlKey || event.altKey || event.metaKey) { return; }
      if (active && (/^(input|select|textarea)$/i.test(active.tagName) || active.isContentEditable)) { return; }
      for (i = 0; i < rows.length; i += 1) {
        if (rows[i] === active || rows[i].contains(active)) { now = i; }
      }
      now = key === 'j' ? now + 1 : now - 1;
      if (now < 0 || now >= rows.length) { return; }
      rows[now].setAttribute('tabindex', '-1');
      rows[now].focus();
      event.preventDefault();
    });
  });
}());
