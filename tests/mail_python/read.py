"""Reads mails as others do: takes them over by SMTP (aiosmtpd), checks the signature (dkimpy) and reads
the headers and parts (the email package of Python).

Prints the port, waits for a line on its input with the file that says what was sent, and prints what
is wrong, one line each; the last line is "read N".
"""

import email
import email.header
import email.policy
import email.utils
import json
import socket
import sys

import dkim
from aiosmtpd.controller import Controller

SIGNED_BY = b"medskapa1._domainkey.town.se."


class Inbox:
    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return "250 taken"


def verified(raw, key):
    """Whether the signature holds; the name server is a function."""

    def name_server(name, timeout=5):
        asked = name if isinstance(name, bytes) else name.encode()
        return b"v=DKIM1; k=rsa; p=" + key.encode() if asked == SIGNED_BY else None

    return dkim.verify(raw, dnsfunc=name_server)


def tampered(raw):
    """The mail as somebody on the way might change it."""
    head, body = raw.split(b"\r\n\r\n", 1)
    yield "body", head + b"\r\n\r\n" + body.replace(b"\r\n--", b"\r\nPay here\r\n--", 1)
    for name in [b"Subject", b"From", b"To", b"List-Unsubscribe", b"Content-Type", b"Date"]:
        if b"\r\n" + name + b": " in b"\r\n" + head:
            changed = (b"\r\n" + head).replace(b"\r\n" + name + b": ", b"\r\n" + name + b": x", 1)[2:]
            yield name.decode(), changed + b"\r\n\r\n" + body
    for name in [b"List-Unsubscribe", b"References", b"Reply-To"]:
        if b"\r\n" + name + b": " not in b"\r\n" + head:
            yield "added " + name.decode(), name + b": <https://evil.se/>\r\n" + raw
    # Not a change: white space that servers on the way may add or fold.
    yield None, raw.replace(b"\r\nSubject: ", b"\r\nSubject:   ", 1)


def name_in(raw):
    """The reader's name. By the older reader of the package: the newer one leaves a space between two encoded
    words of a name, which RFC 2047 (section 6.2) forbids."""
    name, _ = email.utils.parseaddr(email.message_from_bytes(raw)["To"])
    return str(email.header.make_header(email.header.decode_header(name)))


def faults_of(mail, expected, key):
    mail_from, readers, raw = mail
    if readers != [expected["recipient"]]:
        yield f"goes to {readers}"
    if not mail_from.startswith(f"bounce+{expected['id']}.") or not mail_from.endswith("@town.se"):
        yield f"comes back to {mail_from}"
    if any(byte > 126 or (byte < 32 and byte not in (9, 10, 13)) for byte in raw):
        yield "holds a byte that is not plain"
    if raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"):
        yield "holds a lone line break"
    if max(map(len, raw.split(b"\r\n"))) > 998:
        yield "holds a line that is too long"
    if not verified(raw, key):
        yield "the signature does not hold"
    if expected.get("tamper"):
        for name, changed in tampered(raw):
            if verified(changed, key) != (name is None):
                yield f"the signature says nothing of a change: {name}"

    read = email.message_from_bytes(raw, policy=email.policy.default)
    names = [name.lower() for name in read.keys()]
    if len(set(names)) != len(names):
        yield f"a header stands twice: {names}"
    known = set(
        "from to reply-to subject date message-id in-reply-to references auto-submitted list-id list-unsubscribe "
        "list-unsubscribe-post content-language mime-version content-type content-transfer-encoding dkim-signature".split()
    )
    if set(names) - known:
        yield f"a header was smuggled in: {set(names) - known}"
    for name, header in read.items():
        if header.defects:
            yield f"{name} is broken: {header.defects}"
    if read.defects:
        yield f"is broken: {read.defects}"
    if read["Subject"] != expected["subject"]:
        yield f"the subject is {read['Subject']!r} and not {expected['subject']!r}"
    to = read["To"].addresses
    if len(to) != 1 or to[0].addr_spec != expected["recipient"] or name_in(raw) != expected["name"]:
        yield f"To is {to}"
    sender = read["From"].addresses
    if len(sender) != 1 or sender[0].addr_spec != "ideer@town.se" or sender[0].display_name != "Idéer i Biskopsgården":
        yield f"From is {sender}"
    if read["Date"].datetime is None:
        yield "has no date"
    if expected["unsubscribe"] and read["List-Unsubscribe"] != f"<{expected['unsubscribe']}>":
        yield f"the address for leaving is {read['List-Unsubscribe']!r}"
    parts = [part for part in read.walk() if not part.is_multipart()]
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        yield f"the parts are {[part.get_content_type() for part in parts]}"
        return
    for part, name in zip(parts, ["text", "html"]):
        if part.defects or part.get_content().replace("\r\n", "\n") != expected[name]:
            yield f"the {name} is {part.get_content()!r} and not {expected[name]!r}; {part.defects}"


def main():
    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port, enable_SMTPUTF8=False)
    controller.start()
    print(port, flush=True)
    sent = json.load(open(sys.stdin.readline().strip(), encoding="utf-8"))
    controller.stop()
    if len(inbox.mails) != len(sent["mails"]):
        print(f"{len(inbox.mails)} mails came, {len(sent['mails'])} were sent")
    for mail, expected in zip(inbox.mails, sent["mails"]):
        for fault in faults_of(mail, expected, sent["key"]):
            print(f"{expected['what']}: {fault}")
    print(f"read {len(inbox.mails)}")


main()
