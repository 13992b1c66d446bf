package io.graceway.edge.source.call;

import io.graceway.edge.source.soap.Kind;
import io.graceway.edge.source.soap.PostEntry;
import io.graceway.edge.source.soap.PostEntryResponse;
import io.graceway.edge.source.soap.Receivables;
import io.graceway.edge.source.soap.ReceivablesRefusal;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.Money;
import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.journey.writeback.SourceSystem.Outcome.Result;
import jakarta.xml.ws.WebServiceException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** Posts one entry a call; after a call whose end is unknown nothing more is sent, and repeating is safe by key. */
public final class CallPoster {

    private final Receivables port;
    private final Set<Posting.Kind> takes;
    private final Set<AccountKey> waiting = new HashSet<>();
    private String cut = "";

    public CallPoster(Receivables port, Set<Posting.Kind> takes) {
        this.port = port;
        this.takes = takes;
    }

    public List<Outcome> post(List<Posting> postings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Posting posting : postings) {
            outcomes.add(one(posting));
        }
        return outcomes;
    }

    private Outcome one(Posting posting) {
        if (!takes.contains(posting.kind())) {
            return new Outcome(posting.key(), Result.REFUSED, "GW-SRC-050: this source takes no " + posting.kind());
        }
        if (!cut.isEmpty()) {
            return new Outcome(posting.key(), Result.LATER, "not tried, because an earlier call failed: " + cut);
        }
        if (waiting.contains(posting.account())) {
            return new Outcome(posting.key(), Result.LATER,
                    "an earlier posting of the account waits, so this one waits too");
        }
        try {
            PostEntryResponse answer = port.postEntry(entry(posting));
            return new Outcome(posting.key(), Result.valueOf(answer.getResult().value()), answer.getEvidence());
        } catch (ReceivablesRefusal | WebServiceException e) {
            return troubled(posting, Trouble.of(e));
        }
    }

    private Outcome troubled(Posting posting, Trouble trouble) {
        if (trouble.what() == Trouble.What.REFUSED) {
            return new Outcome(posting.key(), Result.REFUSED, trouble.text());
        }
        waiting.add(posting.account());
        if (trouble.what() == Trouble.What.CUT) {
            cut = trouble.text();
        }
        return new Outcome(posting.key(), Result.LATER, trouble.text());
    }

    private static PostEntry entry(Posting posting) {
        PostEntry entry = new PostEntry();
        entry.setKey(posting.key());
        entry.setAccount(posting.account().number().value());
        entry.setKind(Kind.fromValue(posting.kind().name()));
        entry.setAmount(posting.amount().map(Money::amount).orElse(null));
        entry.setCurrency(posting.account().currency());
        entry.setOn(date(posting.on()));
        entry.setCode(posting.code());
        entry.setReference(posting.reference());
        entry.setText(posting.text());
        return entry;
    }

    private static XMLGregorianCalendar date(LocalDate day) {
        try {
            return DatatypeFactory.newInstance().newXMLGregorianCalendar(day.toString());
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("every Java platform can write XML dates", e);
        }
    }
}
