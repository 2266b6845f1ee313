import { t } from '@/i18n'

/** The texts of CodeMirror that the operator meets, by the library's own words. */
export const editorPhrases: Readonly<Record<string, string>> = {
  'Control character': t('editor.phrases.controlCharacter'),
  'Selection deleted': t('editor.phrases.selectionDeleted'),
  'Folded lines': t('editor.phrases.foldedLines'),
  'Unfolded lines': t('editor.phrases.unfoldedLines'),
  to: t('editor.phrases.to'),
  'folded code': t('editor.phrases.foldedCode'),
  unfold: t('editor.phrases.unfold'),
  'Fold line': t('editor.phrases.foldLine'),
  'Unfold line': t('editor.phrases.unfoldLine'),
  Completions: t('editor.phrases.completions'),
  'Go to line': t('editor.phrases.goToLine'),
  go: t('editor.phrases.go'),
  Find: t('editor.phrases.find'),
  Replace: t('editor.phrases.replaceWith'),
  next: t('editor.phrases.next'),
  previous: t('editor.phrases.previous'),
  all: t('editor.phrases.all'),
  'match case': t('editor.phrases.matchCase'),
  'by word': t('editor.phrases.byWord'),
  replace: t('editor.phrases.replace'),
  'replace all': t('editor.phrases.replaceAll'),
  close: t('editor.phrases.close'),
  'current match': t('editor.phrases.currentMatch'),
  'replaced $ matches': t('editor.phrases.replacedMatches'),
  'replaced match on line $': t('editor.phrases.replacedOnLine'),
  'on line': t('editor.phrases.onLine'),
  Diagnostics: t('editor.phrases.diagnostics'),
  'No diagnostics': t('editor.phrases.noDiagnostics'),
  '$ unchanged lines': t('editor.phrases.unchangedLines')
}
