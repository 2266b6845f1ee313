/*
 * Sets theme, text size and motion before the first paint, so that a dark page does not flash white. It is a file of its own because the
 * page's policy allows no inline script, and a plain script because a module would run after the paint.
 * renderer/composables/{theme,appearance}.ts write the keys that are read here.
 */
{
  const { document, localStorage, matchMedia } = globalThis
  const theme = localStorage.getItem('merchant-desk.theme') ?? 'system'
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.toggle('dark', dark)
  document.documentElement.style.backgroundColor = dark ? '#15181d' : '#ffffff'
  document.documentElement.dataset.textSize = localStorage.getItem('merchant-desk.text-size') ?? 'normal'
  document.documentElement.dataset.motion = localStorage.getItem('merchant-desk.motion') ?? 'system'
}
