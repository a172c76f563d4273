import { gzipSync } from "node:zlib";

/** A mail that was made to hurt, and whether its words can be read all the same. */
export interface HostileMail {
  readonly name: string;
  readonly raw: Buffer;
}

const head = (more = "", to = "care@localhost") =>
  `From: Mallory <mallory@evil.example>\r\nTo: ${to}\r\nSubject: hi\r\n` +
  `Date: Mon, 2 Nov 2026 10:00:00 +0000\r\n${more}`;
const multipart = (inner: string, boundary = "b") =>
  `${head(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n`)}\r\n${inner}`;
const part = (type: string, body: string, more = "", boundary = "b") =>
  `--${boundary}\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
const base64 = "Content-Transfer-Encoding: base64\r\n";
const file = (name: string) => `Content-Disposition: attachment; filename="${name}"\r\n`;

function nested(depth: number): string {
  let text = "";
  for (let level = 0; level < depth; level += 1) {
    text += `--b${level}\r\nContent-Type: multipart/mixed; boundary="b${level + 1}"\r\n\r\n`;
  }
  return multipart(`${text}--b${depth}\r\nContent-Type: text/plain\r\n\r\ndeep\r\n`, "b0");
}

function mailInMail(depth: number): string {
  let mail = `${head()}\r\ninnermost`;
  for (let level = 0; level < depth; level += 1) {
    mail = `${head("Content-Type: message/rfc822\r\n")}\r\n${mail}`;
  }
  return mail;
}

const bomb = gzipSync(Buffer.alloc(20_000_000)).toString("base64");
const parts = (count: number) => multipart(part("text/plain", "x").repeat(count));
const files = (count: number) => multipart(part("image/jpeg", "AAAA", base64 + file("a.jpg")).repeat(count));

const texts: readonly (readonly [name: string, text: string | Buffer])[] = [
  ["nothing but a header", "Subject: x"],
  ["no body", head()],
  ["no From", "To: care@localhost\r\nSubject: x\r\n\r\nHello"],
  ["an empty From", "From: <>\r\nTo: care@localhost\r\n\r\nHello"],
  ["ten From lines", `${"From: a@b.example\r\n".repeat(10)}To: care@localhost\r\n\r\nHello`],
  ["a From with a break in it", `From: "a\r\n b" <mallory@evil.example>\r\n\r\nHello`],
  ["a From that makes a header", `From: "a\r\nBcc: all@x.example" <m@evil.example>\r\n\r\nHello`],
  ["a subject that makes a header", head("Subject: =?utf-8?Q?hi=0D=0ABcc:_all@x.example?=\r\n\r\nHello")],
  ["a subject of a megabyte", head(`Subject: ${"x".repeat(1_000_000)}\r\n\r\nHello`)],
  ["a subject of encoded words", head(`Subject: ${"=?utf-8?B?eA==?= ".repeat(20_000)}\r\n\r\nHello`)],
  ["20,000 headers", head(`${"X-A: 1\r\n".repeat(20_000)}\r\nHello`)],
  ["10,000 recipients", head(`Cc: ${"a@b.example, ".repeat(10_000)}c@d.example\r\n\r\nHello`)],
  ["groups in groups", head(`Cc: ${"a:".repeat(5_000)}x@y.example;\r\n\r\nHello`)],
  ["open comments", head(`Cc: ${"(".repeat(50_000)}\r\n\r\nHello`)],
  ["open quotes", head(`Cc: ${'"'.repeat(50_001)}\r\n\r\nHello`)],
  ["an unknown charset", head("Content-Type: text/plain; charset=x-klingon\r\n\r\nHello")],
  ["a charset of nonsense", head(`Content-Type: text/plain; charset="${"A".repeat(10_000)}"\r\n\r\nHello`)],
  ["UTF-7", head("Content-Type: text/plain; charset=utf-7\r\n\r\n+ADw-script+AD4-")],
  [
    "bytes that are no UTF-8",
    Buffer.concat([Buffer.from(`${head()}\r\n`), Buffer.from([0xff, 0xfe, 0xc3, 0x28])]),
  ],
  ["NUL and other controls", `${head()}\r\na\u0000b\u0007c\u001bd\u202ee`],
  ["half a character", head("Content-Type: text/plain; charset=utf-16le\r\n\r\n\u00d8\u00dc")],
  ["broken base64", multipart(part("image/jpeg", "!!!not base64!!!", base64 + file("a.jpg")))],
  ["broken quoted-printable", head("Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=4=\r\n=")],
  ["a boundary that never comes", multipart("no boundary at all")],
  ["an empty boundary", multipart("--\r\n\r\nx", "")],
  ["a boundary of 10,000 characters", multipart("x", "b".repeat(10_000))],
  [
    "a boundary within itself",
    multipart(`--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nx`),
  ],
  ["10,000 parts", parts(10_000)],
  ["2,000 files", files(2_000)],
  ["39 levels", nested(39)],
  ["500 levels", nested(500)],
  ["20,000 levels", nested(20_000)],
  ["100 mails in mails", mailInMail(100)],
  ["a packed bomb", multipart(part("application/zip", bomb, base64 + file("a.zip")))],
  ["a packed bomb called a photo", multipart(part("image/jpeg", bomb, base64 + file("a.jpg")))],
  ["a file that climbs", multipart(part("image/jpeg", "AAAA", base64 + file("../../etc/passwd")))],
  ["a file called a header", multipart(part("image/jpeg", "AAAA", base64 + file("a\r\nX: y.jpg")))],
  ["a file of a type of nonsense", multipart(part(`x/${"y".repeat(5_000)}`, "AAAA", base64 + file("a.jpg")))],
  ["a program", multipart(part("application/x-msdownload", "TVqQ", base64 + file("a.exe")))],
  [
    "a page that runs",
    head("Content-Type: text/html\r\n\r\n<script>alert(1)</script><img src=x onerror=alert(1)>Hi"),
  ],
  ["a page of open brackets", head(`Content-Type: text/html\r\n\r\n${"<".repeat(500_000)}`)],
  ["a page of open tables", head(`Content-Type: text/html\r\n\r\n${"<table><tr><td>".repeat(50_000)}`)],
  ["a page of entities", head(`Content-Type: text/html\r\n\r\n${"&#x41;&#99999999;&nope;".repeat(50_000)}`)],
  ["lines that look quoted", `${head()}\r\n${"> ".repeat(20_000)}\r\n${"On a ".repeat(20_000)} wrote:`],
  ["a line of ten megabytes", `${head()}\r\n${"x".repeat(10_000_000)}`],
  ["a date of nonsense", "From: a@b.example\r\nDate: 31 Feb 99999\r\n\r\nHello"],
  [
    "a format of soft breaks",
    head(`Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${"a \r\n".repeat(50_000)}`),
  ],
  ["a calendar that invites", head("Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\n")],
];

/** Mails of which none may do more than wait for a person. None names a case. */
export const hostileMails: readonly HostileMail[] = texts.map(([name, text]) => ({
  name,
  raw: Buffer.isBuffer(text) ? text : Buffer.from(text),
}));
