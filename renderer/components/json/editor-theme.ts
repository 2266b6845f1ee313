import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The editor in the application's own tokens: they change with the theme, so that one set serves light and dark. */
const look = EditorView.theme({
  '&': {
    height: '100%',
    fontSize: '13px',
    color: 'var(--el-text-color-primary)',
    backgroundColor: 'var(--el-bg-color)'
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--desk-mono-font)', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--el-text-color-primary)', padding: '6px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--el-text-color-primary)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'var(--el-color-primary-light-8) !important'
  },
  '.cm-gutters': {
    color: 'var(--el-text-color-secondary)',
    backgroundColor: 'var(--el-fill-color-light)',
    borderRight: '1px solid var(--el-border-color-lighter)'
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { color: 'var(--el-text-color-primary)', backgroundColor: 'var(--el-fill-color)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--el-fill-color-dark)' },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--desk-warning-fill)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--el-color-warning-light-7)' },
  '.cm-foldPlaceholder, .cm-collapsedLines': {
    color: 'var(--el-text-color-secondary)',
    background: 'var(--el-fill-color)',
    border: '0'
  },
  // The library's own sign is in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"⋯"' },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--el-text-color-primary)',
    backgroundColor: 'var(--el-bg-color-overlay)',
    border: '1px solid var(--el-border-color)'
  },
  '.cm-tooltip': { borderRadius: '6px', boxShadow: 'var(--el-box-shadow-light)', zIndex: '3000' },
  '.cm-tooltip-lint': { fontFamily: 'var(--el-font-family)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--desk-mono-font)', maxHeight: '220px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--el-text-color-primary)',
    backgroundColor: 'var(--desk-selected-fill)'
  },
  '.cm-completionInfo, .cm-completionDetail': {
    fontFamily: 'var(--el-font-family)',
    color: 'var(--el-text-color-secondary)'
  },
  '.cm-textfield, .cm-button': {
    color: 'var(--el-text-color-primary)',
    background: 'var(--el-fill-color-blank)',
    border: '1px solid var(--el-border-color)',
    borderRadius: '4px'
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--el-color-danger)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--el-color-warning)' },
  '.cm-changedLine': { backgroundColor: 'var(--desk-success-fill) !important' },
  '.cm-deletedChunk': { backgroundColor: 'var(--desk-danger-fill) !important', paddingLeft: '6px' },
  '.cm-changedText, .cm-insertedLine .cm-changedText': {
    background: 'color-mix(in srgb, var(--el-color-success) 28%, transparent) !important'
  },
  '.cm-deletedChunk .cm-deletedText': {
    background: 'color-mix(in srgb, var(--el-color-danger) 28%, transparent) !important'
  }
})

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--desk-info-text)' },
  { tag: tags.string, color: 'var(--desk-success-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--desk-warning-text)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket], color: 'var(--el-text-color-regular)' }
])

export const editorTheme: Extension = [look, syntaxHighlighting(colours)]
