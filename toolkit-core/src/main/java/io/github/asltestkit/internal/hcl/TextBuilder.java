package io.github.asltestkit.internal.hcl;

import io.github.asltestkit.internal.hcl.Expression.Words;
import io.github.asltestkit.internal.hcl.Value.Hole;
import io.github.asltestkit.internal.hcl.Value.Piece;
import io.github.asltestkit.internal.hcl.Value.Text;
import io.github.asltestkit.internal.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.List;

/** Puts a text together that knows where its parts come from. */
final class TextBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    private boolean partial;

    void add(Words words) {
        pieces.add(new Piece(text.length(), words.at(), words.verbatim()));
        text.append(words.text());
    }

    /** The value of an interpolation, which is all at the place of the interpolation. */
    void add(Value value, Span at) {
        pieces.add(new Piece(text.length(), at, false));
        if (value instanceof Unknown unknown) {
            partial = true;
            int from = text.length();
            text.append(Values.placeholder(unknown.name()));
            holes.add(new Hole(from, text.length()));
        } else if (value instanceof Text part) {
            part.holes().forEach(hole -> holes.add(new Hole(text.length() + hole.from(), text.length() + hole.to())));
            partial |= part.partial();
            text.append(part.text());
        } else {
            partial |= Values.unknown(value) != null;
            text.append(Values.plain(value, at));
        }
    }

    int length() {
        return text.length();
    }

    Text build(Span at) {
        return new Text(text.toString(), List.copyOf(pieces), List.copyOf(holes), partial, at);
    }

    /** A part of a text. */
    static Text part(Text whole, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        List<Piece> all = whole.pieces();
        for (int i = 0; i < all.size(); i++) {
            Piece piece = all.get(i);
            int end = i + 1 < all.size() ? all.get(i + 1).from() : whole.text().length();
            if (end > from && piece.from() < to) {
                int cut = Math.max(0, from - piece.from());
                Span at = piece.at();
                Span rest = piece.verbatim() ? new Span(at.source(), at.start() + cut, at.end()) : at;
                pieces.add(new Piece(Math.max(0, piece.from() - from), rest, piece.verbatim()));
            }
        }
        List<Hole> holes = whole.holes().stream()
                .filter(hole -> hole.from() >= from && hole.to() <= to)
                .map(hole -> new Hole(hole.from() - from, hole.to() - from))
                .toList();
        return new Text(whole.text().substring(from, to), pieces, holes, whole.partial(), whole.at());
    }
}
