import type { QuitQuestion } from './quit-question'

/** A window as far as its closing goes. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
}

export type QuitGuardParts = {
  readonly window: ClosingWindow
  /** What quitting would hold up; null: nothing. */
  readonly question: () => Promise<QuitQuestion | null>
  /** Whether the operator quits all the same. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>
  readonly quit: () => void
  /** The operator stays. */
  readonly onStay: () => void
}

/**
 * Asks before the window closes, which is quitting, however that began: its button, the menu, the keyboard. Returns the function
 * that lets it close without a question, for a computer that shuts down.
 */
export function guardQuit({ window, question, ask, quit, onStay }: QuitGuardParts): () => void {
  let state: 'open' | 'asking' | 'allowed' = 'open'
  const decide = async (): Promise<void> => {
    const found = await question()
    const leaves = found === null || (await ask(found))
    if (state !== 'allowed') state = leaves ? 'allowed' : 'open'
    if (leaves) quit()
    else onStay()
  }
  window.on('close', (event) => {
    if (state === 'allowed') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    void decide()
  })
  return () => {
    state = 'allowed'
  }
}
