import type zh from '../zh/editor'
import type { Translated } from '../translated'

export default {
  keys: 'Tab indents; Esc, then Tab leaves',
  problem: 'Line {line}, column {column}: {message}',
  moreProblems: '{n} more',
  phrases: {
    controlCharacter: 'Control character',
    selectionDeleted: 'Selection deleted',
    foldedLines: 'Folded lines',
    unfoldedLines: 'Unfolded lines',
    to: 'to',
    foldedCode: 'folded code',
    unfold: 'unfold',
    foldLine: 'Fold line',
    unfoldLine: 'Unfold line',
    completions: 'Completions',
    goToLine: 'Go to line',
    go: 'Go',
    find: 'Find',
    replaceWith: 'Replace with',
    next: 'Next',
    previous: 'Previous',
    all: 'Select all',
    matchCase: 'Match case',
    byWord: 'Whole words',
    replace: 'Replace',
    replaceAll: 'Replace all',
    close: 'Close',
    currentMatch: 'current match',
    replacedMatches: "Replaced {'$'} matches",
    replacedOnLine: "Replaced a match on line {'$'}",
    onLine: 'on line',
    diagnostics: 'Problems',
    noDiagnostics: 'No problems',
    unchangedLines: "{'$'} unchanged lines"
  }
} satisfies Translated<typeof zh>
