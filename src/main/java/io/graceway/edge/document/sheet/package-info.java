/** Excel workbooks, taken apart within limits and without believing them: exact texts, never binary fractions. */
package io.graceway.edge.document.sheet;
