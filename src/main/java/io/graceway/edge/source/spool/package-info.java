/** Lines of several tables are brought together by account, in little memory and without leaving anything behind. */
package io.graceway.edge.source.spool;
