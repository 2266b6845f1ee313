import type { Page } from '@playwright/test'

/** What the page was told by the main process in Chinese: names, the platform's words, what the operator wrote. */
export type Heard = { readonly has: (text: string) => boolean }

/** Listens from now on; begin before the page is opened. */
export function listen(page: Page): Heard {
  const texts = new Set<string>()
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string') return
      for (const [text] of payload.matchAll(/[^"\\]*\p{Script=Han}[^"\\]*/gu)) texts.add(text)
    })
  })
  return { has: (text) => [...texts].some((each) => each.includes(text)) }
}
