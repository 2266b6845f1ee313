import { language } from './language'

/** Counts as the page's language groups their digits: `1,024`. */
export const number = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN')
