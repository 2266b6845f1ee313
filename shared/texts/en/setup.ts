import type { Dictionary } from '../say'

/** Profile, categories, domains, capabilities and codes of a merchant. */
export const setupTexts: Dictionary = {
  '名称太短：至少 {0} 个字符，汉字算 2 个，现在是 {1}':
    'The name is too short: at least {0} characters, a Chinese one counts 2, now {1}',
  '名称太长：最多 {0} 个字符，汉字算 2 个，现在是 {1}':
    'The name is too long: at most {0} characters, a Chinese one counts 2, now {1}',
  '名称只能用汉字、字母和数字，最后一个字符可以是 +':
    'A name has Chinese characters, letters and digits only; the last one may be +',
  '简介太短：至少 {0} 个字，现在是 {1}': 'The introduction is too short: at least {0} characters, now {1}',
  '简介太长：最多 {0} 个字，现在是 {1}': 'The introduction is too long: at most {0} characters, now {1}',
  '还没有读到基本资料，请先刷新': 'The profile has not been read yet; refresh first',
  '上一次修改还在审核中，审核结束后才能再改': 'The last change is in review; wait until that is over',
  修改次数已用完: 'No changes are left',

  '资质 {0}': 'Qualification {0}',
  '「{0}」': '“{0}”',
  '＋': ' + ',
  ' 或 ': ' or ',
  '还没有读到服务类目，请先刷新': 'The service categories have not been read yet; refresh first',
  '已经设置了这个类目；要改资质，请先删除再增加':
    'This category is set already; to change its qualifications, delete and add it again',
  '最多 {0} 个服务类目，请先删除一个': 'At most {0} service categories; delete one first',
  本月的类目修改次数已用完: 'No category changes are left this month',
  '本月的 {0} 次类目修改已用完': 'The {0} category changes of this month are used up',
  只有审核未通过的类目可以补充资质: 'Only a rejected category can be supplied again',
  没有这个类目: 'There is no such category',
  '类目还在审核中，不能删除': 'The category is in review and cannot be deleted',
  最后一个通过审核的类目不能删除: 'The last approved category cannot be deleted',
  上一次发布还在审核中: 'The last publishing is still in review',
  还没有通过审核的类目: 'No category is approved yet',
  线上的类目已经是最新的: 'The online categories are up to date',
  只有通过审核的类目可以作主营类目: 'Only an approved category can be the main one',
  没有读到主营类目: 'The main category was not read',
  已经是主营类目: 'It is the main category already',
  '已经预设为主营类目，发布后生效': 'Preset as the main category; it takes effect with the next release',
  主营类目的修改次数已用完: 'No changes of the main category are left',

  '不用申请，条件满足后平台自动开通': 'No application needed: the platform opens it once its conditions are met',
  '商家没有授予{0}': 'The merchant has not granted {0}',
  申请还在审核中: 'The application is in review',
  已经开通: 'Open already',
  被平台封禁: 'Banned by the platform',
  '被平台封禁：{0}': 'Banned by the platform: {0}',
  或: ' or ',
  申请它的权限: 'the permission to apply for it',
  '条件还没有满足：{0}': 'Conditions not met: {0}',
  '；或 ': '; or ',
  平台现在不允许这个商家申请: 'The platform does not let this merchant apply now',
  申请表里没有这一项: 'The form does not ask for this',
  请填写申请理由: 'Fill in the reason',
  填了两次: 'Filled in twice',
  这里要填文字: 'Text is asked for here',
  这里要放图片: 'A picture is asked for here',
  请填写: 'Fill this in',
  请选择图片: 'Choose a picture',
  只要一条: 'One only',
  只要一张图片: 'One picture only',
  '最多 {0} 个字，现在 {1} 个': 'At most {0} characters, now {1}',

  'request 合法域名': 'request domains',
  'socket 合法域名': 'socket domains',
  'uploadFile 合法域名': 'uploadFile domains',
  'downloadFile 合法域名': 'downloadFile domains',
  '业务域名（webview）': 'Webview domains',
  '不要带协议（https://、wss://）': 'Leave out the scheme (https://, wss://)',
  不要带路径: 'Leave out the path',
  不要带用户名: 'Leave out the user name',
  '不能用 IP 地址': 'An IP address is not allowed',
  不能带端口: 'A port is not allowed',
  '不能用通配符，下级域名要逐个填写': 'Wildcards are not allowed; list each subdomain',
  '含有中文或全角字符；中文域名请填 xn-- 开头的形式':
    'Has Chinese or full-width characters; write a Chinese domain in its xn-- form',
  不是完整的域名: 'Not a complete domain',
  域名的写法不对: 'Not written like a domain',
  '{0} 是公共后缀，不能单独填写': '{0} is a public suffix and cannot stand alone',
  和上面的重复: 'The same as one above',
  '不在第三方应用自己的域名列表里，也不是其中域名的下级域名':
    'Neither in the third-party application’s own list nor below a domain of it',
  '最多 {0} 个域名，现在是 {1} 个': 'At most {0} domains, now {1}',

  '线条要比背景深，反色的码多数扫不出来': 'Lines must be darker than the background; most inverted codes do not scan',
  '线条和背景的对比只有 {0}，至少要 {1}，否则扫不出来':
    'The contrast of lines and background is only {0}; it needs at least {1} to scan',
  '路径开头不要斜杠，否则平台会忽略它': 'Leave out the slash at the start, the platform would ignore the path',
  路径里不能有空格: 'A path has no spaces',
  路径里的中文和特殊符号要先编码: 'Encode Chinese and special characters in the path first',
  '路径里不能有 #': 'A path has no #',
  问号前面要有页面路径: 'A page path must stand before the question mark',
  '页面路径只能用字母、数字、下划线、短横线、点和斜杠':
    'A page path has letters, digits, underscores, hyphens, dots and slashes only',
  '参数里的百分号要写成 %25': 'Write a percent sign in a parameter as %25'
}
