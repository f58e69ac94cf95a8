import type { Letter } from '../../lib/mail/mail.ts'
import type { Account } from './account.ts'

type Reader = Pick<Account, 'name' | 'email'>

/** Letters are in Vietnamese with a short English part: the reader's language may not be known yet. */
export function resetLetter({ name, email }: Reader, link: string, minutes: number): Letter {
  return {
    to: email,
    subject: 'Đặt lại mật khẩu Chung Tay',
    body: `Kính gửi ${name},

Hệ thống nhận được yêu cầu đặt lại mật khẩu cho tài khoản ${email}.
Mở đường dẫn sau trong vòng ${minutes} phút để chọn mật khẩu mới:

${link}

Nếu không phải ông/bà yêu cầu, xin bỏ qua thư này; mật khẩu hiện tại vẫn giữ nguyên.

--
Somebody asked for a new password for this account. The link works for ${minutes} minutes.
If it was not you, ignore this letter: nothing has changed.
`,
  }
}

export function invitationLetter({ name, email }: Reader, link: string, days: number): Letter {
  return {
    to: email,
    subject: 'Mời sử dụng hệ thống Chung Tay',
    body: `Kính gửi ${name},

Ông/bà được cấp tài khoản ${email} trên hệ thống Chung Tay về truyền thông cải cách hành chính của tỉnh.
Mở đường dẫn sau trong vòng ${days} ngày để chọn mật khẩu và bắt đầu sử dụng:

${link}

--
An account on Chung Tay has been made for you. The link works for ${days} days.
`,
  }
}
