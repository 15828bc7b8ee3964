### Hemliga omröstningar. Ordet är rösta; stödja är något annat.

## Sidan för en omröstning

ballot-page-title = Omröstning: { $title }
ballot-proposal = Det här gäller det
ballot-read-all = Läs hela förslaget
ballot-rules = Så går det till
ballot-rule-closes = Stänger
ballot-rule-roll = Vilka röstar
ballot-rule-roll-is = { $count } personer på röstlängden. Den är låst sedan omröstningen öppnade.
ballot-rule-quorum = Så många behöver rösta
ballot-rule-quorum-is = Minst { $quorum } av { $roll }. Att avstå räknas som att rösta.
ballot-rule-majority = För ett ja krävs
ballot-majority-simple = Fler ja än nej
ballot-majority-two_thirds = Minst två tredjedelar ja av dem som säger ja eller nej
ballot-rule-tie = Om det blir lika
ballot-tie-chair = Ordföranden avgör.
ballot-tie-lot = Vi lottar.
ballot-tie-no_decision = Frågan går tillbaka till gruppen.
ballot-rule-secret = Hemligt
ballot-rule-secret-is = Vi sparar att du har röstat, men inte vad. Ingen ser hur det går förrän omröstningen stänger.

## Att rösta

ballot-vote-title = Din röst
ballot-vote-hint = Du kan inte ändra din röst efteråt, för ingen kan se vilken som är din.
ballot-vote-send = Lämna min röst
ballot-voted-title = Din röst är lämnad.
ballot-voted-text = Ingen kan se vad du röstade. Resultatet visas här när omröstningen stänger.
ballot-shared-phone = Delar du telefon eller dator med någon?
ballot-sign-out = Logga ut
ballot-not-on-roll = Bara de som står på röstlängden kan rösta. Resultatet visas här när omröstningen stänger.
ballot-sign-in = Står du på röstlängden? Logga in.
ballot-counting = Omröstningen är stängd. Vi räknar rösterna, det tar någon minut.
ballot-cancelled = Omröstningen avbröts, för den som skrev idén tog tillbaka den. Rösterna räknades inte.

## Resultatet

ballot-answer-yes = Svaret är ja
ballot-answer-no = Svaret är nej
ballot-answer-tie = Det blev lika
ballot-answer-no_quorum = För få röstade
ballot-result-cancelled = avbruten
ballot-turnout = { $voted } av { $roll } på röstlängden röstade.
ballot-part = Andel
ballot-percent = { $percent } procent
ballot-lot = Det blev lika, så vi lottade. Ett jämnt första tal i kontrollsumman (SHA-256) av den här koden betyder ja:
ballot-next-binds = Gruppen är bunden av svaret. Nu skriver gruppen sitt beslut och skälen till det.
ballot-next-chair = Ordföranden avgör, eller tar frågan tillbaka till gruppen.
ballot-next-open = Omröstningen gav inget svar. Gruppen arbetar vidare med förslaget.
ballot-back-hint = Omröstningen gav inget svar som binder gruppen. Du kan ta förslaget tillbaka till gruppen.
ballot-back = Ta tillbaka förslaget till gruppen
ballot-desk = Till idéns bord
flash-voted-before = Du hade redan röstat. Den första rösten gäller.
flash-back-to-proposal = Gruppen arbetar vidare med förslaget.
event-back_to_proposal = Omröstningen gav inget svar. { $group } arbetar vidare med förslaget.

## Att öppna en omröstning

ballot-new-title = Öppna en hemlig omröstning
ballot-new-question = Vad ska de svara ja eller nej på?
ballot-new-question-hint = En fråga, högst { $limit } tecken. Till exempel: Ska vi stänga gatan för bilar i juli?
ballot-new-body = Vilka ska rösta?
ballot-new-body-hint = De som har en plats i gruppen i dag kommer med på röstlängden. Minst tre behövs för att rösterna ska vara hemliga.
ballot-new-majority = Vad krävs för ett ja?
ballot-new-close = Vilken dag stänger omröstningen?
ballot-new-close-hint = Den stänger klockan 20.00. Skriv en dag från { $first } till { $last }.
ballot-new-locked = När omröstningen är öppen är förslaget låst. Alla på röstlängden får ett mejl.
ballot-new-send = Öppna omröstningen
flash-ballot-opened = Omröstningen är öppen. Alla på röstlängden får ett mejl.
