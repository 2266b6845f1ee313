import { ElMessageBox } from 'element-plus'
import 'element-plus/theme-chalk/el-message-box.css'
import 'element-plus/theme-chalk/el-overlay.css'
import type { LibraryDraft } from './library-words'

/** A look at what is added: the draft's version and description, and whether a template like it is there already. */
export async function confirmedAdd({ version, description, appName, same }: LibraryDraft): Promise<boolean> {
  const twin = same ? `模板库里已有相同的模板 ${same.templateId}，会再多一个。` : ''
  const text = `${appName} 的草稿「${description}」会成为一个新模板，可以上传给商家。${twin}`
  try {
    await ElMessageBox.confirm(text, `把 ${version} 加入模板库？`, {
      confirmButtonText: '加入模板库',
      cancelButtonText: '取消',
      autofocus: false
    })
    return true
  } catch {
    return false
  }
}
