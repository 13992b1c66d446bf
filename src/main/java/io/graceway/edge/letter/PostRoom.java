package io.graceway.edge.letter;

import io.graceway.edge.letter.paper.Digests;
import io.graceway.edge.letter.paper.PaperPress;
import io.graceway.edge.letter.paper.PrintFolder;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.notice.NoticeDispatch;
import io.graceway.journey.notice.NoticeRefused;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.PlacementNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.SAXException;

/** Sends placement notices by e-mail or hands them over for printing, after reading every one of them. */
public final class PostRoom implements NoticeDispatch {

    private static final Map<Channel, List<String>> FILES = Map.of(
            Channel.EMAIL, List.of("email.subject.txt", "email.txt", "email.html"),
            Channel.LETTER, List.of("letter.html"));

    private final Templates templates;
    private final Optional<NoticeMail> mail;
    private final Optional<BounceBox> bounceBox;
    private final Optional<PrintFolder> printer;
    private final Clock clock;
    private final boolean sandbox;

    /**
     * @param mail      empty when this gateway sends no e-mail
     * @param bounceBox empty when it sends none
     * @param printer   empty when it prints no letters
     */
    public PostRoom(Templates templates, Optional<NoticeMail> mail, Optional<BounceBox> bounceBox,
                    Optional<PrintFolder> printer, Clock clock) {
        this(templates, mail, bounceBox, printer, clock, false);
    }

    private PostRoom(Templates templates, Optional<NoticeMail> mail, Optional<BounceBox> bounceBox,
                     Optional<PrintFolder> printer, Clock clock, boolean sandbox) {
        this.templates = templates;
        this.mail = mail;
        this.bounceBox = bounceBox;
        this.printer = printer;
        this.clock = clock;
        this.sandbox = sandbox;
    }

    /** The same, where everything says that it is of a sandbox. */
    public PostRoom ofSandbox() {
        return new PostRoom(templates, mail, bounceBox, printer, clock, true);
    }

    @Override
    public Dispatched dispatch(PlacementNotice notice, NoticeTerms terms, LocalDate noDeadlineBefore)
            throws NoticeRefused {
        // One case only: relays on the way back may change it, and a bounce must still find its notice.
        if (!notice.id().matches("[A-Z0-9-]{1,57}")) {
            throw new IllegalArgumentException("a notice id has at most 57 capitals, digits and dashes");
        }
        Composed composed = compose(notice, terms);
        List<String> findings = NoticeLint.check(notice, terms, composed, noDeadlineBefore);
        if (!findings.isEmpty()) {
            throw new NoticeRefused(findings);
        }
        if (sandbox) {
            composed.marked();
        }
        Dispatched sent = notice.channel() == Channel.EMAIL ? email(notice, terms, composed) : letter(notice, composed);
        return new Dispatched(sent.outcome(), sent.at(), sent.evidence() + "; " + told(notice, terms, composed),
                sent.sha256());
    }

    /** What the lint says of a notice, without sending it. */
    public List<String> lint(PlacementNotice notice, NoticeTerms terms, LocalDate noDeadlineBefore) {
        try {
            return NoticeLint.check(notice, terms, compose(notice, terms), noDeadlineBefore);
        } catch (NoticeRefused e) {
            return e.findings();
        }
    }

    @Override
    public List<Bounce> bounces() {
        return bounceBox.map(BounceBox::bounces).orElse(List.of());
    }

    @Override
    public void taken(List<Bounce> bounces) {
        bounceBox.ifPresent(box -> box.taken(bounces));
    }

    /** Tries everything it sends through, by the section of the house file that names it. */
    public Map<String, List<CheckStep>> check() {
        Map<String, List<CheckStep>> steps = new LinkedHashMap<>();
        mail.ifPresent(one -> steps.put("mail", one.check()));
        bounceBox.ifPresent(one -> steps.put("bounces", one.check()));
        printer.ifPresent(one -> steps.put("print-folder", one.check()));
        return steps;
    }

    private Composed compose(PlacementNotice notice, NoticeTerms terms) throws NoticeRefused {
        List<String> files = FILES.get(notice.channel());
        if (files == null) {
            throw refused("GW-NOT-029 a notice goes by e-mail or letter, not by " + notice.channel());
        }
        try {
            String language = notice.debtor().language();
            return Composed.of(templates.find(terms.template().folder(), language, files).orElseThrow(() ->
                    refused("GW-NOT-010 template " + terms.template() + " has not all of " + files + ", neither for "
                            + "the customer's language nor for " + Templates.FALLBACK)), notice, terms);
        } catch (UncheckedIOException e) {
            // One template that cannot be read must not stop the notices of other brands.
            throw refused("GW-NOT-010 template " + terms.template() + " cannot be read: "
                    + e.getCause().getClass().getSimpleName());
        }
    }

    private Dispatched email(PlacementNotice notice, NoticeTerms terms, Composed composed) throws NoticeRefused {
        return mail.orElseThrow(() -> refused("GW-NOT-029 no mail server is configured"))
                .send(notice, terms.displayName(), composed);
    }

    private Dispatched letter(PlacementNotice notice, Composed composed) throws NoticeRefused {
        PrintFolder folder = printer.orElseThrow(() -> refused("GW-NOT-029 no print folder is configured"));
        if (!notice.debtor().address().isComplete()) {
            return new Dispatched(Dispatched.Outcome.BOUNCED, clock.instant(), "GW-NOT-035 no complete postal address",
                    "");
        }
        PaperPress.Paper paper = print(notice, composed);
        String sha256 = Digests.sha256(paper.pdf());
        try {
            PrintFolder.Job job = folder.handOver(notice.id(), paper);
            if (job == PrintFolder.Job.OTHER_CONTENT) {
                throw refused("GW-NOT-028 a letter with this notice's id but other content was handed over before");
            }
            return new Dispatched(Dispatched.Outcome.TAKEN, clock.instant(), "print folder: "
                    + (job == PrintFolder.Job.ALREADY ? "handed over before, " : "handed over, ") + paper.pages()
                    + " pages, " + paper.pdf().length + " bytes", sha256);
        } catch (IOException e) {
            return new Dispatched(Dispatched.Outcome.LATER, clock.instant(), "GW-NOT-032 the print folder cannot be "
                    + "written: " + e.getClass().getSimpleName(), sha256);
        }
    }

    private static PaperPress.Paper print(PlacementNotice notice, Composed composed) throws NoticeRefused {
        String xhtml = composed.text().get("letter.html");
        List<String> findings = new ArrayList<>();
        PaperPress.missing(VisibleText.of("letter.html", xhtml)).forEach(sign ->
                findings.add("GW-NOT-026 letter.html: the font has no sign for " + sign));
        try {
            if (findings.isEmpty()) {
                return PaperPress.print(xhtml, notice.id(), notice.writtenOn());
            }
        } catch (SAXException e) {
            findings.add("GW-NOT-027 letter.html: " + e.getMessage());
        } catch (RuntimeException e) {
            // The layout library meets odd style sheets with odd exceptions, whose texts may quote the page.
            findings.add("GW-NOT-027 letter.html: cannot be laid out: " + e.getClass().getSimpleName());
        }
        throw new NoticeRefused(findings);
    }

    private static String told(PlacementNotice notice, NoticeTerms terms, Composed composed) {
        String wanted = notice.debtor().language();
        String used = composed.source().language();
        return "template " + terms.template() + ", language " + used
                + (used.equals(wanted) ? "" : " instead of the customer's");
    }

    private static NoticeRefused refused(String finding) {
        return new NoticeRefused(List.of(finding));
    }
}
