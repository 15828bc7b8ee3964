### Delivery of mail: whom it does not reach, previews, and what the delivery page says.

unreached-bounced-title = Our mails do not reach you
unreached-bounced-lead = Our mails to your address come back. So we mail you nothing but codes for signing in. Is the address right? Press the button and we mail you again.
unreached-bounced-button = The address is right
unreached-complained-title = We send you no news
unreached-complained-lead = One of our mails was marked as junk in your inbox. So we send no news, only what concerns your own ideas and tasks. Was that a mistake? Press the button and we send news again.
unreached-complained-button = Send news again
unreached-change = See your contact details
flash-address-right = Thank you! We send mails to your address again.

unreached-title = Not reached
unreached-lead = Here we send only codes for signing in, or no news. The person sees it at the next visit. Addresses are shown in part.
unreached-none = As far as we know, every mail arrives.
unreached-person = Show the person
unreached-mark-bounced = Mails come back
unreached-mark-complained = Marked a mail as junk
unreached-times = { $count ->
    [one] { $count } mail came back
   *[other] { $count } mails came back
}
unreached-since = since { $moment }
