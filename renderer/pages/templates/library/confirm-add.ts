import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'
import { t } from '@/i18n'
import type { LibraryDraft } from './library-words'

/** A look at what is added: the draft's version and description, and whether a template like it is there already. */
export async function confirmedAdd({ version, description, appName, same }: LibraryDraft): Promise<boolean> {
  const text = same
    ? t('templates.drafts.addTwinText', { app: appName, description, templateId: same.templateId })
    : t('templates.drafts.addText', { app: appName, description })
  try {
    await ElMessageBox.confirm(text, t('templates.drafts.addAsk', { version }), {
      confirmButtonText: t('templates.drafts.add'),
      cancelButtonText: t('templates.cancel'),
      autofocus: false
    })
    return true
  } catch {
    return false
  }
}
