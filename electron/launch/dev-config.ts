import { resolveConfig } from 'electron-vite'
import type { InlineConfig } from 'vite'
import { root } from './project.ts'

/** The sections of electron.vite.config.ts for the main process and the page, as electron-vite itself completes them. */
export async function developmentConfig(
  command: 'build' | 'serve'
): Promise<{ readonly main: InlineConfig; readonly renderer: InlineConfig }> {
  const { config } = await resolveConfig({ root }, command, 'development')
  if (!config?.main || !config.renderer) throw new Error('electron.vite.config.ts lacks a section')
  return { main: config.main, renderer: config.renderer }
}
