package io.graceway.edge.document.reading;

import io.graceway.edge.document.wire.WireFormat.Limits;
import io.graceway.journey.account.Reject;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Takes the wanted values out of one JSON object; numbers stay as they are written. */
final class JsonRecords {

    private final AddressTree tree;
    private final List<String> addresses;
    private final int longest;
    private Reject fault;

    JsonRecords(Kinds kinds, Limits limits) {
        this.addresses = kinds.addresses();
        this.tree = AddressTree.of(addresses);
        this.longest = limits.fieldLength();
    }

    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32)
                        .maxStringLength(limits.lineLength()).maxNumberLength(100).maxNameLength(200)
                        .maxDocumentLength(limits.bytes()).build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
    }

    /** Reads the object that the parser stands at, to its end. */
    String[] read(JsonParser parser, long number) {
        fault = null;
        String[] common = new String[addresses.size()];
        object(parser, tree, common, number);
        return common;
    }

    Reject fault() {
        return fault;
    }

    private void object(JsonParser parser, AddressTree at, String[] into, long number) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            AddressTree below = at.below(parser.currentName());
            parser.nextToken();
            value(parser, below, into, number);
        }
    }

    private void value(JsonParser parser, AddressTree at, String[] into, long number) {
        JsonToken token = parser.currentToken();
        if (at == null) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT && at.place() < 0) {
            object(parser, at, into, number);
        } else if (token == JsonToken.START_ARRAY && at.place() < 0) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, at.below(Integer.toString(i)), into, number);
            }
        } else if (token.isStructStart()) {
            parser.skipChildren();
            wrong(number, name(at), "GW-DOC-015", "the field holds an object or a list where one value is expected");
        } else {
            put(parser, at.place(), into, number);
        }
    }

    private void put(JsonParser parser, int place, String[] into, long number) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (place < 0) {
            wrong(number, "", "GW-DOC-015", "a field holds one value where an object is expected");
            return;
        }
        String text = parser.getString();
        if (into[place] != null) {
            wrong(number, addresses.get(place), "GW-DOC-015", "the field stands twice in the record");
        } else if (text.length() > longest) {
            wrong(number, addresses.get(place), "GW-DOC-010", "the field is longer than " + longest + " characters");
        } else {
            into[place] = text.isEmpty() ? null : text;
        }
    }

    private String name(AddressTree at) {
        return at.place() < 0 ? "" : addresses.get(at.place());
    }

    private void wrong(long number, String field, String code, String why) {
        fault = fault == null ? new Reject(number, field, code, why) : fault;
    }
}
